import type { Rectangle } from '../update-tray.ts';

export type Point = Pick<Rectangle, 'x' | 'y'>;

export type Place = {
  readonly clicked: (at: Point) => void;
  readonly forget: () => void;
  readonly bounds: () => Rectangle | undefined;
};

/** Where the icon was clicked last, for the popup to open there; `scale` is how many dots of the screen a unit of Electron's has. */
export function createPlace(scale: () => number): Place {
  let last: Point | undefined;
  return {
    clicked(at) {
      // Panels that do not know say so.
      last = at.x === 0 && at.y === 0 ? undefined : at;
    },
    forget() {
      last = undefined;
    },
    bounds() {
      if (last === undefined) return undefined;
      return { x: last.x / scale(), y: last.y / scale(), width: 1, height: 1 };
    },
  };
}
