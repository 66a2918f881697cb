import type { Rectangle } from '../tray/update-tray.ts';

type Point = Pick<Rectangle, 'x' | 'y'>;
type Side = 'top' | 'bottom' | 'left' | 'right';

/** A cursor this near to the border of the work area is taken to be on a panel's icon. */
const NEAR_BORDER = 48;

export function isNearPanel(workArea: Rectangle, cursor: Point): boolean {
  return Math.min(...insets(workArea, cursor).map(([, inset]) => inset)) <= NEAR_BORDER;
}

export function nearestSide(area: Rectangle, at: Point): Side {
  return insets(area, at).reduce((least, side) => (side[1] < least[1] ? side : least))[0];
}

/** How far inside the area a point is from each side; negative outside, and then the smallest tells the side. */
function insets(area: Rectangle, at: Point): readonly (readonly [Side, number])[] {
  return [
    ['top', at.y - area.y],
    ['bottom', area.y + area.height - at.y],
    ['left', at.x - area.x],
    ['right', area.x + area.width - at.x],
  ];
}
