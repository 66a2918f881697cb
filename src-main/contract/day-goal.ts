/** A goal for a day is at most the day. */
export const MOST_GOAL_MINUTES = 24 * 60;
