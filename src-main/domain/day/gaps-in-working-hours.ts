import type { Instant, Span, WorkingHours } from '#contract';
import { clip } from './clip-to-day.ts';
import { SHORTEST_GAP_MS } from './gaps.ts';

const MINUTES_OF_DAY = 24 * 60;
/** Where nobody said when they work: who left nothing for so long between these hours slept, or was done for the day. */
const REST_MS = 4 * 3_600_000;
const NIGHT = { evening: 22 * 60, morning: 6 * 60 };

/** The instant at which the clocks of the day show so many minutes since midnight. */
type TimeOfDay = (minutes: number) => Instant;

/** What of the gaps of a day lies in the hours that a person works; without such hours, all but the nights. */
export function gapsInWorkingHours(
  gaps: readonly Span[],
  hours: WorkingHours | undefined,
  timeOfDay: TimeOfDay,
): readonly Span[] {
  if (hours === undefined) return gaps.filter((gap) => !isNight(gap, timeOfDay));
  const { from, to } = hours;
  const parts =
    from < to
      ? [{ from, to }]
      : [
          { from: 0, to },
          { from, to: MINUTES_OF_DAY },
        ];
  const spans = parts.map((part) => ({
    startAt: timeOfDay(part.from),
    endAt: timeOfDay(part.to),
  }));
  return gaps.flatMap((gap) =>
    spans
      .map((span) => clip(gap, span))
      .filter(({ startAt, endAt }) => endAt - startAt >= SHORTEST_GAP_MS),
  );
}

function isNight({ startAt, endAt }: Span, timeOfDay: TimeOfDay): boolean {
  const isDark = startAt < timeOfDay(NIGHT.morning) || endAt > timeOfDay(NIGHT.evening);
  return isDark && endAt - startAt >= REST_MS;
}
