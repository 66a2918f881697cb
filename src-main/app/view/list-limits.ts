/** One every three minutes, day and night: more come from a program, and main has a tray to answer meanwhile. */
export const MOST_LISTED = 480;

export const MOST_TASKS = 50;

export const RECENT_TASKS = 5;

/** What is shown of that, and one more for what is planned besides; looked for in few entries, since a push is made often. */
export const DONE_BEFORE_AT_HAND = { entries: 60, most: 4 };

/** In a list to choose from, and so many entries are looked through for it. */
export const MOST_DONE_BEFORE = 8;
export const ENTRIES_BEHIND_SEARCH = 2000;

/** Of entries that need the person, shown on the day on which they are. */
export const MOST_IN_NEED = 20;
