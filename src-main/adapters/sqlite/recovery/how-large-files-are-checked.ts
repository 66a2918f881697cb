const MEGABYTE = 1024 * 1024;

/** Twelve thousand entries: checked at every start, in some fifty milliseconds. */
export const ALWAYS_BYTES = 4 * MEGABYTE;

/** A hundred thousand entries: checked after a run that did not end cleanly, in a second at worst. */
export const UNCLEAN_BYTES = 32 * MEGABYTE;
