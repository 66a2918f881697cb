import {
  createPopup,
  type PopupEvents,
} from '../../../src-main/desktop/popup/open-and-close-popup.ts';
import { createFakeTime } from '../../support/core/fake-time.ts';

/** A popup of played windows, and what they were told since it was asked last. */
export function setUp({ blurGraceMs = 0, openingGraceMs = 0, staysOpen = false } = {}) {
  const time = createFakeTime(0);
  const calls: string[] = [];
  const windows: PopupEvents[] = [];
  const popup = createPopup({
    createWindow: (events) => {
      const id = windows.push(events);
      const tell = (what: string) => () => void calls.push(`${what} ${id}`);
      return {
        id,
        show: tell('show'),
        hide: tell('hide'),
        focus: tell('focus'),
        push: tell('push'),
        destroy: tell('destroy'),
      };
    },
    clock: time,
    timers: time,
    keepHiddenMs: () => 60_000,
    blurGraceMs,
    openingGraceMs,
    staysOpen: () => staysOpen,
  });
  return { popup, time, windows, calls: () => calls.splice(0) };
}

/** As it is once its first frame stands. */
export function opened(options?: Parameters<typeof setUp>[0]) {
  const it = setUp(options);
  it.popup.toggle();
  it.windows[0]!.ready();
  it.calls();
  return it;
}
