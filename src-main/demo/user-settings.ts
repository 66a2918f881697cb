/** What the user has chosen for the whole account. */
export type UserSettings = {
  /** 0 is Sunday. */
  readonly startWeekOn: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  readonly timeFormat: '12h' | '24h';
};

export const DEFAULT_SETTINGS: UserSettings = { startWeekOn: 1, timeFormat: '24h' };
