/** From so many minutes on a gap has a row of its own; a shorter one is a thin line between its neighbours. */
export const GAPS_FROM_CHOICES = [1, 5, 10, 15, 30] as const;

export type GapsFrom = (typeof GAPS_FROM_CHOICES)[number];
