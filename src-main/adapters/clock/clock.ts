import { TZDate } from '@date-fns/tz';
import { addDays, formatISO, getDay, startOfDay } from 'date-fns';
import type { Instant } from '#contract';
import type { Clock } from '../../app/ports.ts';

/** The wall clock. Days are those of `zone` (IANA), or of the system's zone where none is given. */
export function createClock(zone?: string): Clock {
  const local = (at: Instant): Date => (zone === undefined ? new Date(at) : new TZDate(at, zone));
  return {
    now: () => Date.now() as Instant,
    // Stands still while a Linux or macOS machine is suspended.
    monotonic: () => performance.now(),
    dayOf: (at) => {
      const start = startOfDay(local(at));
      // Again startOfDay: where midnight does not exist, the day begins at one o'clock and the next one does not.
      const end = startOfDay(addDays(start, 1));
      return { startAt: start.getTime() as Instant, endAt: end.getTime() as Instant };
    },
    weekdayOf: (at) => getDay(local(at)),
    isoTime: (at) => formatISO(local(at)),
  };
}
