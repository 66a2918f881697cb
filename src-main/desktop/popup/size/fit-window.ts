import { screen, type BrowserWindow } from 'electron';
import type { Look } from '#contract';
import { keepPlace } from '../keep-place.ts';
import { type Area, placePopup, type Size } from '../popup-placement.ts';
import { createDraggedEdge, type DraggedEdge } from './drag-edge.ts';
import { popupSize, zoomOf } from './popup-size.ts';

type FitPorts = {
  readonly look: () => Look;
  readonly iconBounds: () => Area | undefined;
};

export type Fit = {
  /** Beside the icon, or where the cursor is now, as large as the look says. */
  readonly anew: () => void;
  /** Where it was opened, for another look. */
  readonly again: () => void;
  readonly edge: DraggedEdge;
};

/** Keeps the window as large as its look says, within the screen, and at the side where it was opened. */
export function createFit(window: BrowserWindow, { look, iconBounds }: FitPorts): Fit {
  const kept = keepPlace(({ x, y }) => window.setPosition(x, y));
  window.on('move', () => kept.moved(window.getBounds()));
  const whereOpened = () => ({ icon: iconBounds(), cursor: screen.getCursorScreenPoint() });
  let opened = whereOpened();

  function put(bounds: Area): void {
    kept.shown(bounds);
    window.setBounds(bounds);
  }
  function enlarge(): void {
    const { webContents } = window;
    const zoom = zoomOf(look());
    if (webContents.getZoomFactor() !== zoom) webContents.setZoomFactor(zoom);
  }
  const wanted = () =>
    placePopup({ size: popupSize(look()), ...opened, displays: screen.getAllDisplays() });

  return {
    anew() {
      opened = whereOpened();
      enlarge();
      put(wanted());
    },
    again() {
      enlarge();
      const bounds = wanted();
      // What a person has dragged to that size stays where it is.
      if (!isAsLarge(bounds, window.getBounds())) put(bounds);
    },
    edge: createDraggedEdge({
      bounds: () => window.getBounds(),
      workArea: () => screen.getDisplayMatching(window.getBounds()).workArea,
      put,
    }),
  };
}

/** But for the pixel that a text size rounds away. */
function isAsLarge(one: Size, other: Size): boolean {
  return Math.abs(one.width - other.width) <= 1 && Math.abs(one.height - other.height) <= 1;
}
