import { AWAY_MINUTES, type LengthStyle, POPUP_HEIGHTS } from '#contract';
import type { Settings } from './account-and-settings-store.ts';

/** Where nobody chose, or a choice cannot be read. Gaps shorter than these come from switching tasks. */
export const SETTINGS_UNLESS_CHOSEN: Pick<
  Settings,
  'leftClick' | 'gapsFrom' | 'awayMinutes' | 'theme' | 'textSize' | 'popupHeight'
> = {
  leftClick: 'popup',
  gapsFrom: 5,
  awayMinutes: AWAY_MINUTES.unlessChosen,
  theme: 'system',
  textSize: 100,
  popupHeight: POPUP_HEIGHTS.unlessChosen,
};

/** Where neither the person nor their account says how lengths are written: as the popup's times, to the minute. */
export const LENGTHS_UNLESS_CHOSEN: LengthStyle = 'improved';
