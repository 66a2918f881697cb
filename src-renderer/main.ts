import type { StintBridge } from '#contract';
import { createFailures, watchPage } from './state/report-page-failures.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/dialog.css';
import './styles/settings.css';

/** Put on the window by the preload script. */
declare const stint: StintBridge;

/** Between the first picture, which shows the window, and the one that its place on the screen takes. */
const SHOWING_MS = 60;
/** A popup that nobody has asked to see yet is not kept waiting for it. */
const LONGEST_MS = 400;

/** Resolves once the first picture is in sight. */
function inSight(): Promise<void> {
  return new Promise((resolve) => {
    const drawn = new PerformanceObserver(() => setTimeout(resolve, SHOWING_MS));
    drawn.observe({ type: 'paint', buffered: true });
    setTimeout(resolve, LONGEST_MS);
  });
}

/** What main has drawn is seen before the rest is read, which would hold it up. */
async function comeToLife(): Promise<void> {
  if (document.body.firstElementChild !== null) await inSight();
  const { start } = await import('./start.ts');
  start();
}

watchPage(createFailures(stint.command), globalThis);
void comeToLife();
