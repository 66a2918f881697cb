import type { WebContents } from 'electron';
import type { Timers } from '../../app/ports/ports.ts';
import type { Page } from '../security/page-address-and-csp.ts';

/** Many times what a busy machine takes from the window to a page that answers keys. */
const LONGEST_MS = 10_000;
const ANSWER_MS = 5_000;
/** The page begins busy, and is no longer once its scripts have drawn it (src-renderer/start.ts). */
const IS_ALIVE = 'document.body.firstElementChild !== null && document.body.ariaBusy === null';

/**
 * Calls `failed` once where no page has come that answers: its file was refused, or a script of its did not run, as
 * after an update that replaced the files under a running Stint. The window would show, and be dead. So it would where
 * the page has gone to `about:blank`, for which Chromium asks no guard.
 */
export function watchLife(
  contents: Pick<WebContents, 'on' | 'once' | 'executeJavaScript'>,
  page: Pick<Page, 'isAt'>,
  timers: Timers,
  failed: (because: string) => void,
): void {
  let cancel = timers.after(LONGEST_MS, () => void check());
  contents.once('destroyed', () => cancel());

  async function check(): Promise<void> {
    // A page that is still loading, or that never comes to an end, does not answer at all.
    const answer = new Promise<string>((resolve) => {
      cancel = timers.after(ANSWER_MS, () => resolve('no-answer'));
      contents.executeJavaScript(IS_ALIVE).then(
        (alive: unknown) => resolve(alive === true ? 'alive' : 'no-life'),
        () => resolve('no-life'),
      );
    });
    const state = await answer;
    cancel();
    if (state !== 'alive') failed(state);
  }

  contents.on('did-navigate', (_event, url, status) => {
    if (!page.isAt(url)) failed('elsewhere');
    else if (status >= 400) failed(`http-${status}`);
  });
}
