/** The colours of popup and dialogs: as the system has them, or always the same. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How large the text is, in percent; all else grows with it. */
export const TEXT_SIZES = [100, 110, 125, 150, 175, 200] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/**
 * How lengths are written, as Toggl Focus names the ways: `0:47:06`, `0:47` and `0.78 h`. The first is told to the
 * second, the others to the minute.
 */
export const LENGTH_STYLES = ['classic', 'improved', 'decimal'] as const;
export type LengthStyle = (typeof LENGTH_STYLES)[number];

/** Of the popup in pixels, as it is at a text size of 100: at 200 it has twice as many, where the screen does. */
export const POPUP_HEIGHTS = { least: 160, unlessChosen: 640, most: 2000 } as const;

export type Look = {
  readonly theme: Theme;
  readonly textSize: TextSize;
  /** Within `POPUP_HEIGHTS`. */
  readonly popupHeight: number;
};
