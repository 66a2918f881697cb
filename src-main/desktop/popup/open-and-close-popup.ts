import type { Snapshot } from '#contract';
import type { Cancel, Clock, Timers } from '../../app/ports/ports.ts';
import { createLeaving } from './close-after-focus-lost.ts';

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
  focus(): void;
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
  /** Where the focus follows the mouse, it takes so long from the icon into the popup. */
  readonly openingGraceMs: number;
  /** Whether it stays open while the person is elsewhere: without an icon it is the only sight of Stint. */
  readonly staysOpen: () => boolean;
};

export type Popup = {
  readonly open: () => void;
  close(): void;
  /** What a click on the icon does. */
  toggle(): void;
  push(snapshot: Snapshot): void;
  /** Whether a person wants to see it by now. */
  readonly isOpen: () => boolean;
  /** Its next opening is one of a new window; the one in sight stays until it is closed. */
  renew(): void;
  /** The pointer has entered the page or left it. */
  pointer(isInside: boolean): void;
  /** Keeps the popup open while something of its own, a dialog, has the keyboard. */
  whileBusy<T>(work: () => Promise<T>): Promise<T>;
  /** Id of the web contents, undefined while there is no window. */
  id(): number | undefined;
  dispose(): void;
};

/** A click on the icon first blurs the popup and then arrives: so soon after, it meant "close". */
const SAME_CLICK_MS = 400;
/** So soon after the click that opened the popup another one is its second half: people double-click icons. */
const DOUBLE_CLICK_MS = 400;

/** `wanted` is what the person last asked for, `drawn` whether there is something to show. */
export function createPopup(ports: PopupPorts): Popup {
  let window: PopupWindow | undefined;
  let [drawn, wanted, outdated] = [false, false, false];
  const dialogs = watchDialogs(() => (wanted ? drawn && window?.focus() : removal.begin()));
  // A dialog would lose the window that it stands above.
  const removeUnlessBusy = () => dialogs.open() || remove();
  const removal = createRemoval(ports, removeUnlessBusy);
  const stays = () => !wanted || !drawn || dialogs.open() || ports.staysOpen();
  const blurs = createBlurs(ports, { stays, close, takeBack: () => window?.focus() });
  const keep = () => drawn && window?.focus();
  const clicks = createClicks(ports.clock, { open, close, keep, wasBlur: blurs.wasThisClick });

  function open(): void {
    removal.cancel();
    wanted = true;
    if (window === undefined) window = ports.createWindow({ ready, gone, ...blurs.events });
    else if (drawn) show();
  }

  function ready(): void {
    drawn = true;
    if (wanted) show();
  }

  function show(): void {
    blurs.shown();
    window?.show();
  }

  function close(): void {
    if (!wanted) return;
    wanted = false;
    blurs.end();
    window?.hide();
    removal.begin();
    if (outdated) removeUnlessBusy();
  }

  function gone(): void {
    blurs.end();
    removal.cancel();
    window = undefined;
    [drawn, wanted, outdated] = [false, false, false];
  }

  function remove(): void {
    const last = window;
    gone();
    last?.destroy();
  }

  return {
    open,
    close,
    toggle: () => clicks.click(wanted),
    push: (snapshot) => window?.push(snapshot),
    isOpen: () => wanted,
    renew() {
      outdated = window !== undefined;
      if (!wanted) removeUnlessBusy();
    },
    pointer: blurs.pointer,
    whileBusy: dialogs.whileBusy,
    id: () => window?.id,
    dispose: remove,
  };
}

type BlurDeeds = {
  /** Whether the popup does not mind having no keyboard. */
  readonly stays: () => boolean;
  readonly close: () => void;
  readonly takeBack: () => void;
};

/** What comes of the keyboard going elsewhere. */
function createBlurs(ports: PopupPorts, { stays, close, takeBack }: BlurDeeds) {
  const { clock, blurGraceMs } = ports;
  const lastBlur = createLastBlur(clock);
  let shownAt = 0;
  function left(): void {
    if (stays()) return;
    lastBlur.note();
    close();
  }
  const { blurred, focused, pointer, end, shown } = createLeaving({ ...ports, left });
  function blur(): void {
    if (stays()) return;
    // Taking the focus back matters: without it no later blur would ever close the popup.
    if (clock.monotonic() - shownAt < blurGraceMs) takeBack();
    else blurred();
  }
  return {
    events: { blur, focus: focused },
    shown() {
      shownAt = clock.monotonic();
      shown();
    },
    pointer,
    end,
    wasThisClick: () => lastBlur.wasThisClick(),
  };
}

type ClickDeeds = {
  readonly open: () => void;
  readonly close: () => void;
  /** Nothing but that the popup has the keyboard. */
  readonly keep: () => void;
  readonly wasBlur: () => boolean;
};

/** What comes of a click on the icon of a popup that the person wants to see by now, or does not. */
function createClicks(clock: PopupPorts['clock'], { open, close, keep, wasBlur }: ClickDeeds) {
  let openedAt = -Infinity;
  return {
    click(wanted: boolean): void {
      const now = clock.monotonic();
      if (wanted) {
        if (now - openedAt < DOUBLE_CLICK_MS) keep();
        else close();
      } else if (!wasBlur()) {
        openedAt = now;
        open();
      }
    },
  };
}

/** Of a window that is out of sight, after a while. */
function createRemoval(
  { timers, keepHiddenMs }: Pick<PopupPorts, 'timers' | 'keepHiddenMs'>,
  remove: () => void,
): { begin(): void; cancel(): void } {
  let cancel: Cancel | undefined;
  return {
    begin() {
      cancel?.();
      cancel = timers.after(keepHiddenMs(), remove);
    },
    cancel: () => cancel?.(),
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

/** `ended` is called after each: without the keyboard no later blur would ever close the popup that is shown. */
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
