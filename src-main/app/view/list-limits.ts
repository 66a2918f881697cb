/** One every three minutes, day and night: more come from a program, and main has a tray to answer meanwhile. */
export const MOST_LISTED = 480;

export const MOST_TASKS = 50;

export const RECENT_TASKS = 5;

/** Of entries that need the person, shown on the day on which they are. */
export const MOST_IN_NEED = 20;
