import type { Cancel, Clock, Timers } from '../../app/ports/ports.ts';

export type LeavingPorts = {
  readonly timers: Timers;
  readonly clock: Pick<Clock, 'monotonic'>;
  /** So long after the popup was shown losing the focus does not close it yet. */
  readonly openingGraceMs: number;
  /** The focus is gone for good. */
  readonly left: () => void;
};

/**
 * Whether the person has left the popup that has lost the focus. Where the focus follows the mouse it goes to
 * whatever lies between icon and popup, and away from a popup whose edge was overshot: both get time to come back.
 */
export type Leaving = {
  /** From now on the pointer is on its way from the icon. */
  readonly shown: () => void;
  readonly blurred: () => void;
  readonly focused: () => void;
  /** The pointer has entered the page or left it. */
  readonly pointer: (isInside: boolean) => void;
  /** It is out of sight: nothing is waited for any more. */
  readonly end: () => void;
};

/** How long the pointer may be away. */
const RETURN_MS = 600;
/** The page tells of its pointer a little before the focus is gone, or a little after. */
const TOGETHER_MS = 200;

export function createLeaving({ timers, clock, openingGraceMs, left }: LeavingPorts): Leaving {
  let cancel: Cancel | undefined;
  let isInside = false;
  let movedAt = -Infinity;
  let shownAt = -Infinity;

  function stopWaiting(): void {
    cancel?.();
    cancel = undefined;
  }

  function waitUntil(at: number): void {
    stopWaiting();
    cancel = timers.after(Math.max(0, at - clock.monotonic()), () => {
      cancel = undefined;
      left();
    });
  }

  /** When a focus that is lost now, or was lost just before the pointer left, is lost for good. */
  function lostForGoodAt(now: number): number {
    const opened = shownAt + openingGraceMs;
    if (isInside) return Math.max(opened, now + TOGETHER_MS);
    const wentTogether = now - movedAt <= TOGETHER_MS;
    return wentTogether ? Math.max(opened, movedAt + RETURN_MS) : opened;
  }

  return {
    shown() {
      stopWaiting();
      isInside = false;
      movedAt = -Infinity;
      shownAt = clock.monotonic();
    },
    blurred() {
      const now = clock.monotonic();
      const at = lostForGoodAt(now);
      if (at > now) waitUntil(at);
      else left();
    },
    focused: stopWaiting,
    pointer(inside) {
      isInside = inside;
      movedAt = clock.monotonic();
      if (!inside && cancel !== undefined) waitUntil(lostForGoodAt(movedAt));
    },
    end: stopWaiting,
  };
}
