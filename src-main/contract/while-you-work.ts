/** From so many minutes on a gap has a row of its own; a shorter one is a thin line between its neighbours. */
export const GAPS_FROM_CHOICES = [1, 5, 10, 15, 30] as const;

export type GapsFrom = (typeof GAPS_FROM_CHOICES)[number];

/**
 * What lies outside is no gap. In minutes since midnight; over midnight where the end is not after the start.
 */
export type WorkingHours = { readonly from: number; readonly to: number };

/** A goal for a day is at most the day. */
export const MOST_GOAL_MINUTES = 24 * 60;
