import type { Area, Point } from '../popup-placement.ts';
import { LEAST_HEIGHT } from './popup-size.ts';

export type EdgePorts = {
  readonly bounds: () => Area;
  readonly cursor: () => Point;
  /** Of the display that the popup is on. */
  readonly workArea: () => Area;
  readonly put: (bounds: Area) => void;
};

/** The edge of the popup that a person holds: the upper or the lower one, whichever is under the mouse. */
export type DraggedEdge = {
  /** The first call takes hold of it, each later one lets it follow the mouse. */
  readonly follow: () => void;
  /** Answers with the height that the popup has got, or with nothing where no edge was held. */
  readonly release: () => number | undefined;
};

export function createDraggedEdge({ bounds, cursor, workArea, put }: EdgePorts): DraggedEdge {
  /** `offset` is how far from the edge the mouse has taken it. */
  let held: { readonly upper: boolean; readonly offset: number } | undefined;

  function take(): NonNullable<typeof held> {
    const { y, height } = bounds();
    const at = cursor().y;
    const upper = at - y < height / 2;
    return { upper, offset: at - (upper ? y : y + height) };
  }

  return {
    follow() {
      if (held === undefined) {
        held = take();
        return;
      }
      const now = bounds();
      const area = workArea();
      const lower = now.y + now.height;
      const edge = cursor().y - held.offset;
      if (held.upper) {
        const y = Math.max(area.y, Math.min(edge, lower - LEAST_HEIGHT));
        put({ ...now, y, height: lower - y });
      } else {
        const end = Math.min(area.y + area.height, Math.max(edge, now.y + LEAST_HEIGHT));
        put({ ...now, height: end - now.y });
      }
    },
    release() {
      if (held === undefined) return undefined;
      held = undefined;
      return bounds().height;
    },
  };
}
