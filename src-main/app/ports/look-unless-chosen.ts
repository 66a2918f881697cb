import { type LengthStyle, type Look, POPUP_HEIGHTS } from '#contract';

/** Where nobody chose. */
export const LOOK_UNLESS_CHOSEN: Look = {
  theme: 'system',
  textSize: 100,
  popupHeight: POPUP_HEIGHTS.unlessChosen,
};

/** Where neither the person nor their account says how lengths are written: as the popup's times, to the minute. */
export const LENGTHS_UNLESS_CHOSEN: LengthStyle = 'improved';
