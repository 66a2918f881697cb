import { type Look, POPUP_HEIGHTS } from '#contract';
import type { Size } from '../popup-placement.ts';

const WIDTH = 360;
/** However large the text is: below it, head and foot leave no room between them. */
export const LEAST_HEIGHT = 320;

export function zoomOf({ textSize }: Pick<Look, 'textSize'>): number {
  return textSize / 100;
}

/** What the popup wants of the screen: it grows with its text. */
export function popupSize(look: Look): Size {
  const zoom = zoomOf(look);
  return {
    width: Math.round(WIDTH * zoom),
    height: Math.max(LEAST_HEIGHT, Math.round(look.popupHeight * zoom)),
  };
}

/** The setting that gives the popup this height. */
export function heightSetting(pixels: number, look: Look): number {
  const { least, most } = POPUP_HEIGHTS;
  return Math.max(least, Math.min(most, Math.round(Math.max(LEAST_HEIGHT, pixels) / zoomOf(look))));
}
