import type { Instant, Span } from '#contract';

const DAYS = 7;

/**
 * The seven days of the local week that holds the instant, the day at `i` having the weekday
 * `weekStartsOn + i` (0 is Sunday). A weekday that the zone left out, as Samoa did in 2011, is an
 * empty span between its neighbours.
 */
export function weekOf(
  dayOf: (at: Instant) => Span,
  weekdayOf: (at: Instant) => number,
  at: Instant,
  weekStartsOn: number,
): readonly Span[] {
  const placeOf = ({ startAt }: Span): number => (weekdayOf(startAt) - weekStartsOn + DAYS) % DAYS;
  let day = dayOf(at);
  // Where the first weekday was left out, the week begins with the first one that is there.
  for (let before = previous(day); placeOf(before) < placeOf(day); before = previous(day)) {
    day = before;
  }
  const week: Span[] = [];
  while (week.length < DAYS) {
    if (placeOf(day) === week.length) {
      week.push(day);
      day = dayOf(day.endAt);
    } else {
      week.push({ startAt: day.startAt, endAt: day.startAt });
    }
  }
  return week;

  function previous({ startAt }: Span): Span {
    return dayOf((startAt - 1) as Instant);
  }
}
