import type { Area } from '../popup-placement.ts';
import { LEAST_HEIGHT } from './popup-size.ts';

export type EdgePorts = {
  readonly bounds: () => Area;
  /** Of the display that the popup is on. */
  readonly workArea: () => Area;
  readonly put: (bounds: Area) => void;
};

export type HeldEdge = 'upper' | 'lower';

/** An edge of the popup that a person holds with the mouse. */
export type DraggedEdge = {
  /** `at` is the height of the screen at which the mouse is. */
  readonly follow: (edge: HeldEdge, at: number) => void;
  /** Answers with the height that the popup has got, or with nothing where no edge has followed. */
  readonly release: () => number | undefined;
};

/** From the mouse to the edge: where it has moved the mouse is still on it. */
const GRIP = 2;

export function createDraggedEdge({ bounds, workArea, put }: EdgePorts): DraggedEdge {
  let moved = false;

  function upper(now: Area, area: Area, at: number): Area {
    const end = now.y + now.height;
    const y = Math.max(area.y, Math.min(at - GRIP, end - LEAST_HEIGHT));
    return { ...now, y, height: end - y };
  }
  function lower(now: Area, area: Area, at: number): Area {
    const end = Math.max(at + GRIP, now.y + LEAST_HEIGHT);
    return { ...now, height: Math.min(end, area.y + area.height) - now.y };
  }

  return {
    follow(edge, at) {
      moved = true;
      put((edge === 'upper' ? upper : lower)(bounds(), workArea(), Math.round(at)));
    },
    release() {
      if (!moved) return undefined;
      moved = false;
      return bounds().height;
    },
  };
}
