import type { Snapshot } from '#contract';

const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' });

/** 1970 began with a Thursday, the fifth weekday counted from Sunday. */
function weekdayName(day: number): string {
  return weekday.format((day + 3) * 86_400_000);
}

/** `Week starts on Monday, 24-hour clock (from your Toggl account)`; 0 is Sunday. */
export function calendarWords({
  weekStartsOn,
  hours,
}: Pick<Snapshot['settings'], 'weekStartsOn' | 'hours'>): string {
  const clock = hours === '24h' ? '24-hour clock' : '12-hour clock';
  return `Week starts on ${weekdayName(weekStartsOn)}, ${clock} (from your Toggl account)`;
}
