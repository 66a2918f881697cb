import { session, type Session } from 'electron';
import type { Log, Timers } from '../../app/ports/ports.ts';
import { confineToPage, deadEnd } from '../security/session-and-navigation-guards.ts';
import { APP_SCHEME, type Page } from '../security/page-address-and-csp.ts';
import { createPageHandler } from '../security/app-protocol.ts';
import type { FirstPicture } from './prerender-page.ts';

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
  readonly timers: Timers;
  readonly log: Log;
};

/** The start has the icon and its words to think of first. */
const PREPARE_MS = 1000;

/**
 * In memory alone, and not the session through which main talks to Toggl Focus. It is there before the
 * first click, which need not wait for it.
 */
export function createPopupSession(ports: PopupSessionPorts): PopupSession {
  const { page, root, picture, timers, log } = ports;
  const own = session.fromPartition('popup');
  confineToPage(own, page, log);
  // The session outlives a start that failed and is tried again.
  if (own.protocol.isProtocolHandled(APP_SCHEME)) own.protocol.unhandle(APP_SCHEME);
  own.protocol.handle(
    APP_SCHEME,
    createPageHandler(page, root, () => picture.draw()),
  );
  timers.after(PREPARE_MS, () => void picture.prepare().then(readFetchClasses));
  const confined = own.setProxy(deadEnd(page)).catch(() => log('error', 'proxy-not-set'));
  return { session: own, confined };
}

/** Node reads them with their first use, in 30 ms that an opening would wait for: Electron answers the page with them. */
function readFetchClasses(): void {
  new Response();
}
