import { session, type Session } from 'electron';
import type { Log } from '../../app/ports.ts';
import { confineToPage, deadEnd } from '../guards.ts';
import { APP_SCHEME, type Page } from '../page.ts';
import { createPageHandler } from '../protocol.ts';
import type { FirstPicture } from './first-picture.ts';

export type PopupSession = {
  readonly session: Session;
  /** Resolves once the session leads nowhere but to the page. */
  readonly confined: Promise<void>;
};

export type PopupSessionPorts = {
  readonly page: Page;
  /** The folder that the page is served from. */
  readonly root: string;
  readonly picture: FirstPicture;
  readonly log: Log;
};

/**
 * In memory alone, and not the session through which main talks to Toggl Focus. It is there before the
 * first click, which need not wait for it.
 */
export function createPopupSession({ page, root, picture, log }: PopupSessionPorts): PopupSession {
  const own = session.fromPartition('popup');
  confineToPage(own, page, log);
  const answer = createPageHandler(page, root, () => picture.draw());
  own.protocol.handle(APP_SCHEME, answer);
  // An answer for nobody: what the first one has to read costs 50 ms (docs/adr/0010), and no click waits for it.
  void picture.prepare().then(() => answer(new Request(page.url)));
  const confined = own.setProxy(deadEnd(page)).catch(() => log('error', 'proxy-not-set'));
  return { session: own, confined };
}
