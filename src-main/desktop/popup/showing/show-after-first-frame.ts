import type { Cancel, Timers } from '../../../app/ports/ports.ts';

export type FrameSignals = {
  /** Electron has the first frame of the hidden window. */
  drawn(): void;
  /** The page is there, or will not come. */
  loaded(): void;
  gone(): void;
};

/** Where a frame comes at all it comes 20 ms after the page, and on a busy machine a little later. */
const FRAME_MS = 60;
/** A page that has not come by then is not waited for: a person who clicked sees at least the window. */
const LONGEST_MS = 5_000;

/**
 * Calls `ready` once: with the first frame, or where no platform draws one for a hidden window. On Wayland
 * a surface gets no frame before it is shown, so that a wait for it alone would never end.
 */
export function whenReadyToShow(
  timers: Timers,
  ready: (because: 'drawn' | 'loaded' | 'late') => void,
): FrameSignals {
  let over = false;
  let cancel: Cancel = timers.after(LONGEST_MS, () => end('late'));

  function end(because?: 'drawn' | 'loaded' | 'late'): void {
    if (over) return;
    over = true;
    cancel();
    if (because !== undefined) ready(because);
  }

  return {
    drawn: () => end('drawn'),
    loaded() {
      if (over) return;
      cancel();
      cancel = timers.after(FRAME_MS, () => end('loaded'));
    },
    gone: () => end(),
  };
}
