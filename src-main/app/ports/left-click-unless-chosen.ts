import type { Settings } from './ports.ts';

/** What a left click on the icon does where nobody chose, or the choice cannot be read: it opens the popup. */
export const LEFT_CLICK_UNLESS_CHOSEN: Settings['leftClick'] = 'popup';
