import type { Snapshot } from '#contract';
import type { Cancel, Clock, Timers } from '../../app/ports.ts';

/** One popup window, as far as its behaviour needs it. */
export type PopupWindow = {
  /** Of its web contents. */
  readonly id: number;
  /** Places it anew, shows it above the rest and gives it the keyboard. */
  show(): void;
  hide(): void;
  focus(): void;
  push(snapshot: Snapshot): void;
  destroy(): void;
};

export type PopupEvents = {
  /** The first frame is drawn: showing it now shows no empty window. */
  ready(): void;
  blur(): void;
  /** Closed by the window manager, or its page died. */
  gone(): void;
};

export type PopupPorts = {
  readonly createWindow: (events: PopupEvents) => PopupWindow;
  readonly timers: Timers;
  readonly clock: Pick<Clock, 'monotonic'>;
  /** How long a hidden window is kept before it goes, and its memory with it. */
  readonly keepHiddenMs: () => number;
  /** Windows takes the focus away again right after it was given from a tray click. */
  readonly blurGraceMs: number;
};

export type Popup = {
  open(): void;
  close(): void;
  /** What a click on the icon does. */
  toggle(): void;
  push(snapshot: Snapshot): void;
  /** Keeps the popup open while something of its own, a dialog, has the keyboard. */
  whileBusy<T>(work: () => Promise<T>): Promise<T>;
  /** Id of the web contents, undefined while there is no window. */
  id(): number | undefined;
  dispose(): void;
};

/** A click on the icon first blurs the popup and then arrives: so soon after, it meant "close". */
const SAME_CLICK_MS = 400;

/** `wanted` is what the person last asked for, `drawn` whether there is something to show. */
export function createPopup(ports: PopupPorts): Popup {
  const { clock } = ports;
  let window: PopupWindow | undefined;
  let drawn = false;
  let wanted = false;
  let shownAt = 0;
  let cancelRemoval: Cancel | undefined;
  const dialogs = watchDialogs(() => wanted && drawn && window?.focus());
  const lastBlur = createLastBlur(clock);

  function open(): void {
    cancelRemoval?.();
    wanted = true;
    if (window === undefined) window = ports.createWindow({ ready, blur, gone });
    else if (drawn) show();
  }

  function ready(): void {
    drawn = true;
    if (wanted) show();
  }

  function show(): void {
    shownAt = clock.monotonic();
    window?.show();
  }

  function close(): void {
    if (!wanted) return;
    wanted = false;
    window?.hide();
    cancelRemoval = ports.timers.after(ports.keepHiddenMs(), remove);
  }

  function blur(): void {
    if (!wanted || !drawn || dialogs.open()) return;
    // Taking the focus back matters: without it no later blur would ever close the popup.
    if (clock.monotonic() - shownAt < ports.blurGraceMs) return window?.focus();
    lastBlur.note();
    close();
  }

  function gone(): void {
    cancelRemoval?.();
    window = undefined;
    drawn = false;
    wanted = false;
  }

  function remove(): void {
    const last = window;
    gone();
    last?.destroy();
  }

  function toggle(): void {
    if (wanted) close();
    else if (!lastBlur.wasThisClick()) open();
  }

  return {
    open,
    close,
    toggle,
    push: (snapshot) => window?.push(snapshot),
    whileBusy: dialogs.whileBusy,
    id: () => window?.id,
    dispose: remove,
  };
}

/** Tells whether a click is the one that has taken the keyboard away. */
function createLastBlur(clock: PopupPorts['clock']): { note(): void; wasThisClick(): boolean } {
  let at = -Infinity;
  return {
    note() {
      at = clock.monotonic();
    },
    wasThisClick() {
      const isSame = clock.monotonic() - at < SAME_CLICK_MS;
      at = -Infinity;
      return isSame;
    },
  };
}

/** `ended` is called after each: without the keyboard no later blur would ever close the popup. */
function watchDialogs(ended: () => void): Pick<Popup, 'whileBusy'> & { open(): boolean } {
  let count = 0;
  return {
    open: () => count > 0,
    async whileBusy(work) {
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
        ended();
      }
    },
  };
}
