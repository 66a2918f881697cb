/** What the user has chosen for the whole account, as far as they have. */
export type UserSettings = {
  /** 0 is Sunday. */
  readonly startWeekOn?: 0 | 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  readonly timeFormat?: '12h' | '24h' | undefined;
  readonly dateFormat?: 'US' | 'EU' | 'ISO' | undefined;
  readonly durationFormat?: 'classic' | 'improved' | 'decimal' | undefined;
};

export const DEFAULT_SETTINGS: UserSettings = {
  startWeekOn: 1,
  timeFormat: '24h',
  dateFormat: 'US',
  durationFormat: 'improved',
};

/** Of somebody who has chosen nothing: as their computer has it. */
export const NO_SETTINGS: UserSettings = {
  startWeekOn: undefined,
  timeFormat: undefined,
  dateFormat: undefined,
  durationFormat: undefined,
};
