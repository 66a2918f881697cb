import type { StintBridge } from '#contract';
import { onInSight } from './in-sight.ts';
import { createFailures, watchPage } from './state/report-page-failures.ts';
import './styles/tokens.css';
import './styles/font.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/dialog.css';
import './styles/settings.css';

/** Put on the window by the preload script. */
declare const stint: StintBridge;

/** What main has drawn is seen before the rest is read: while that runs, the window could not take its place. */
async function comeToLife(): Promise<void> {
  if (document.body.firstElementChild !== null) {
    await new Promise<void>((resolve) => onInSight(stint.onShowing, resolve));
  }
  const { start } = await import('./start.ts');
  start();
}

watchPage(createFailures(stint.command), globalThis);
onInSight(stint.onShowing, () => void stint.command({ type: 'popup/in-sight' }));
void comeToLife();
