import type { Rectangle } from '../tray/update-tray.ts';

type Place = Pick<Rectangle, 'x' | 'y'>;

export type PlaceKeeper = {
  /** It is about to be shown here. */
  readonly shown: (place: Place) => void;
  /** It has moved, or the runtime believes so. */
  readonly moved: (place: Place) => void;
};

/** More than the border and title of any frame: what lies further off is a place where somebody has put the window. */
const FRAME_PX = 100;
const MOST = 3;

/**
 * On X11 a window manager puts a frame of its own around a window, and Chromium may take the place within that frame for
 * the place on the screen (seen with openbox: 0, 0). To ask for the place once more makes the window manager tell it.
 */
export function keepPlace(put: (place: Place) => void): PlaceKeeper {
  let wanted: Place | undefined;
  let left = 0;
  return {
    shown(place) {
      wanted = place;
      left = MOST;
    },
    moved({ x, y }) {
      if (wanted === undefined || left === 0 || x > FRAME_PX || y > FRAME_PX) return;
      if (x === wanted.x && y === wanted.y) return;
      left -= 1;
      put(wanted);
    },
  };
}
