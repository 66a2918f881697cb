/** A month: nobody tracks longer in one go, and no form makes an entry longer. */
export const LONGEST_EDIT_SECONDS = 31 * 86_400;
/** 2000-01-01T00:00:00Z: Toggl is younger, and no form lets an entry begin before. */
export const EARLIEST_START_MS = 946_684_800_000;
/** How far ahead an edited entry may end: clocks differ, and a popup shows whole minutes. */
export const FUTURE_TOLERANCE_MS = 60_000;

/*
 * What an answer may hold at most. Beyond it nothing is shown, counted or kept: numbers past these
 * cannot be added up, written as a date or read back from the disk.
 */

/** 366 days: nothing that is tracked or planned lasts longer. */
export const MAX_DURATION_SECONDS = 31_622_400;
/** 1970-01-01T00:00:00.000Z */
export const MIN_INSTANT_MS = 0;
/** 9999-12-31T23:59:59.999Z, the last one that RFC 3339 can write. */
export const MAX_INSTANT_MS = 253_402_300_799_999;

/** Of a description, which is sent back as it came: a longer one makes its entry unreadable. */
export const MAX_DESCRIPTION_LENGTH = 30_000;
/** Of a name that is only shown: a longer one is cut. */
export const MAX_NAME_LENGTH = 500;
export const MAX_TAGS = 100;

/** A window of the quota is an hour; no answer makes anybody wait longer than that. */
export const MAX_WAIT_SECONDS = 3_600;
/** Requests an hour that no plan reaches (600 is the largest that is told): above it a figure means nothing. */
export const MAX_REQUESTS_LEFT = 100_000;
