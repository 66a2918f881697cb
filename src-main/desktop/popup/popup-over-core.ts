import { join } from 'node:path';
import { app } from 'electron';
import type { Clock, Log, Timers } from '../../app/ports/ports.ts';
import type { Stint } from '../../app/stint.ts';
import type { EdgeDrag } from '../ipc/check-sender-and-command.ts';
import type { Page } from '../security/page-address-and-csp.ts';
import { createPopupSession } from './browser-session.ts';
import { keepHiddenMs } from './how-long-kept-hidden.ts';
import { createPopup, type Popup } from './open-and-close-popup.ts';
import { createPopupWindow, type ElectronWindow, type PopupWindowSetup } from './popup-window.ts';
import { createFirstPicture, type FirstPicturePorts } from './prerender-page.ts';
import type { Sight } from './showing/once-in-sight.ts';
import { followLook } from './size/follow-look.ts';
import { heightSetting } from './size/popup-size.ts';

export type ElectronPopupPorts = {
  readonly stint: Stint;
  readonly page: Page;
  /** Where the icon is, undefined where the desktop does not tell. */
  readonly tray: { readonly bounds: PopupWindowSetup['iconBounds'] };
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly loadFirstPicture: FirstPicturePorts['load'];
  readonly sight: Sight;
} & Pick<PopupWindowSetup, 'toldSnapshot' | 'iconMissing'>;

export type ElectronPopup = {
  readonly popup: Popup;
  readonly dragEdge: (drag: EdgeDrag) => void;
  readonly end: () => void;
};

/** One popup at a time, which shows what the core has and tells it what becomes of it. */
export function createElectronPopup(ports: ElectronPopupPorts): ElectronPopup {
  const { stint, clock, timers, iconMissing } = ports;
  let window: ElectronWindow | undefined;
  const look = followLook(stint, () => window?.refit());
  const setup = createWindowSetup(ports, look.now);
  const popup = createPopup({
    createWindow(events) {
      const begun = () => window?.push(stint.snapshot());
      const made = createPopupWindow(setup, { ...events, begun });
      window = made;
      // A failure is told by the snapshot.
      void stint.command({ type: 'show/first' });
      const hide = () => {
        made.hide();
        stint.storeDrafts();
      };
      return { ...made, show: () => showFresh(ports, made), hide };
    },
    timers,
    clock,
    keepHiddenMs: () => keepHiddenMs(stint.snapshot()),
    blurGraceMs: process.platform === 'win32' ? 400 : 0,
    openingGraceMs: 1500,
    staysOpen: iconMissing,
  });
  function dragEdge({ edge, screenY, released }: EdgeDrag): void {
    if (!released) {
      window?.edge.follow(edge, screenY);
      return;
    }
    const height = window?.edge.release();
    if (height === undefined) return;
    const pixels = heightSetting(height, look.now());
    void stint.command({ type: 'settings/popup-height', pixels });
  }
  return { popup, dragEdge, end: look.end };
}

function createWindowSetup(
  {
    stint,
    page,
    timers,
    log,
    loadFirstPicture,
    toldSnapshot,
    tray,
    iconMissing,
  }: ElectronPopupPorts,
  look: PopupWindowSetup['look'],
): PopupWindowSetup {
  const out = join(app.getAppPath(), 'out');
  const picture = createFirstPicture({
    load: loadFirstPicture,
    snapshot: () => stint.snapshot(),
    log,
  });
  return {
    look,
    iconMissing,
    toldSnapshot,
    ...createPopupSession({ page, root: join(out, 'renderer'), picture, timers, log }),
    platform: process.platform,
    page,
    preload: join(out, 'preload', 'preload.cjs'),
    devTools: !app.isPackaged,
    iconBounds: () => tray.bounds(),
    chooseTextSize: (percent) => void stint.command({ type: 'settings/text-size', percent }),
    timers,
    log,
  };
}

/** A popup that comes into sight again after a while: the day may be another one, the network back. */
function showFresh({ stint, sight }: ElectronPopupPorts, window: ElectronWindow): void {
  window.show();
  sight.awaited(() => {
    if (!window.isShown()) return;
    window.focusPage();
    window.refresh(stint.snapshot());
    stint.wake();
  });
}
