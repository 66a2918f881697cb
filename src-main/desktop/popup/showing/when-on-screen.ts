import type { Cancel, Timers } from '../../../app/ports/ports.ts';

/** The keyboard comes to a window that the desktop has put on the screen. */
export type FocusedWindow = {
  once(event: 'focus', listener: () => void): unknown;
  off(event: 'focus', listener: () => void): unknown;
};

/** A window that gets no keyboard, for another has it and keeps it, is on the screen by then. */
const LONGEST_MS = 150;

/** Calls back once the window that is shown now is really there, by the desktop's word; returns how to call it off. */
export function whenOnScreen(window: FocusedWindow, timers: Timers, then: () => void): Cancel {
  const late = timers.after(LONGEST_MS, end);
  function stop(): void {
    late();
    window.off('focus', end);
  }
  function end(): void {
    stop();
    then();
  }
  window.once('focus', end);
  return stop;
}
