/** Up to here a range is taken in as a whole; a week with a night of 25 hours still is. */
export const SHORT_MS = 8 * 86_400_000;

/** Their ids travel in the address, and an address has its limits. */
export const MOST_BLOCKS = 200;

export const PER_PAGE = 100;

/** So seldom is progress told, a few times a second: entries come in batches of five hundred. */
export const BATCHES_A_TELLING = 2;
