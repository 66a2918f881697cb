import './styles/tokens.css';
import './styles/base.css';
import './styles/dialog.css';

/** A popup that nobody has asked to see yet is not kept waiting for it. */
const LONGEST_MS = 200;

/** Resolves once the first picture is in sight. */
function inSight(): Promise<void> {
  return new Promise((resolve) => {
    new PerformanceObserver(() => resolve()).observe({ type: 'paint', buffered: true });
    setTimeout(resolve, LONGEST_MS);
  });
}

/** What main has drawn is seen before the rest is read, which would hold it up. */
async function comeToLife(): Promise<void> {
  if (document.body.firstElementChild !== null) await inSight();
  const { start } = await import('./start.ts');
  start();
}

void comeToLife();
