import type { Region, Snapshot } from '#contract';
import { dateFormat } from '../../time/date-and-number-formats.ts';

const weekday = dateFormat({ weekday: 'long', timeZone: 'UTC' });

/** 1970 began with a Thursday, the fifth weekday counted from Sunday. */
function weekdayName(day: number): string {
  return weekday.format((day + 3) * 86_400_000);
}

/** `Week starts on Monday, 24-hour clock (from your Toggl account)`; 0 is Sunday. */
export function calendarWords(
  { weekStartsOn, hours }: Pick<Snapshot['settings'], 'weekStartsOn' | 'hours'>,
  { ofAccount }: Pick<Region, 'ofAccount'>,
): string {
  const clock = hours === '24h' ? '24-hour clock' : '12-hour clock';
  const source = ofAccount ? 'from your Toggl account' : 'as on this computer';
  return `Week starts on ${weekdayName(weekStartsOn)}, ${clock} (${source})`;
}
