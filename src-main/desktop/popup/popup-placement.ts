import { isNearPanel, nearestSide } from './cursor-near-panel.ts';

/** All of this is in DIP, as Electron's `screen` and `Tray.getBounds` give it. */
export type Point = { readonly x: number; readonly y: number };
export type Size = { readonly width: number; readonly height: number };
export type Area = Point & Size;
/** `workArea` is `bounds` without taskbars and panels. */
export type Display = { readonly bounds: Area; readonly workArea: Area };

export type Placing = {
  readonly size: Size;
  /** Of the icon; undefined where the desktop does not tell (every Linux panel). */
  readonly icon: Area | undefined;
  readonly cursor: Point;
  /** At least one. */
  readonly displays: readonly Display[];
};

/** Between the popup and the border of the work area. */
const GAP = 8;

/**
 * Where the popup goes: beside the icon, at the side of the screen where the icon's bar is, inside
 * the work area whatever happens. Where the icon is not known, the cursor at the border of the
 * screen stands for it, and a cursor in the middle means that no icon was clicked: centred.
 */
export function placePopup({ size, icon, cursor, displays }: Placing): Area {
  const at = icon === undefined ? cursor : centreOf(icon);
  const { workArea } = nearest(displays, at);
  const width = Math.min(size.width, workArea.width);
  const height = Math.min(size.height, workArea.height);
  const wanted =
    icon === undefined && !isNearPanel(workArea, at)
      ? centred(workArea, { width, height })
      : beside(workArea, at, { width, height });
  return {
    x: Math.round(clamp(wanted.x, workArea.x, workArea.x + workArea.width - width)),
    y: Math.round(clamp(wanted.y, workArea.y, workArea.y + workArea.height - height)),
    width: Math.floor(width),
    height: Math.floor(height),
  };
}

function beside(area: Area, at: Point, size: Size): Point {
  const alongX = clamp(at.x - size.width / 2, area.x + GAP, area.x + area.width - size.width - GAP);
  const alongY = clamp(
    at.y - size.height / 2,
    area.y + GAP,
    area.y + area.height - size.height - GAP,
  );
  switch (nearestSide(area, at)) {
    case 'top':
      return { x: alongX, y: area.y + GAP };
    case 'bottom':
      return { x: alongX, y: area.y + area.height - size.height - GAP };
    case 'left':
      return { x: area.x + GAP, y: alongY };
    case 'right':
      return { x: area.x + area.width - size.width - GAP, y: alongY };
  }
}

function centred(area: Area, size: Size): Point {
  return {
    x: area.x + (area.width - size.width) / 2,
    y: area.y + (area.height - size.height) / 2,
  };
}

function nearest(displays: readonly Display[], at: Point): Display {
  return displays.reduce((least, display) =>
    distance(display.bounds, at) < distance(least.bounds, at) ? display : least,
  );
}

function distance(area: Area, at: Point): number {
  // The right and lower borders belong to the neighbour.
  const beyondX = Math.max(area.x - at.x, 0, at.x - (area.x + area.width - 1));
  const beyondY = Math.max(area.y - at.y, 0, at.y - (area.y + area.height - 1));
  return Math.hypot(beyondX, beyondY);
}

function centreOf(area: Area): Point {
  return { x: area.x + area.width / 2, y: area.y + area.height / 2 };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
