import { TZDate } from '@date-fns/tz';
import { addDays, formatISO, getDay, startOfDay } from 'date-fns';
import type { Instant } from '#contract';
import type { Clock } from '../../app/ports/ports.ts';
import { createSystemZone, type SystemZone } from './system-time-zone.ts';

const fixed = (zone: string): SystemZone => ({ now: () => zone, watch: () => () => undefined });

/** Of 24 hours the start of the next day; a time that the clocks leave out is as much later. */
function setMinutesOfDay(date: Date, minutes: number): Instant {
  return date.setHours(0, minutes, 0, 0) as Instant;
}

/** The wall clock. Days are those of `zone` (IANA), or of the system's zone, whichever that is, where none is given. */
export function createClock(zone?: string): Clock {
  const system = zone === undefined ? createSystemZone() : fixed(zone);
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
    timeOfDay: (at, minutes) => setMinutesOfDay(local(at), minutes),
    weekdayOf: (at) => getDay(local(at)),
    isoTime: (at) => formatISO(local(at)),
    zone: () => system.now(),
    onZone: (changed) => system.watch(changed),
    sameTime: (at, from) => {
      const there = new TZDate(at, from);
      const [year, month, day] = [there.getFullYear(), there.getMonth(), there.getDate()];
      const time = [there.getHours(), there.getMinutes(), there.getSeconds(), 0] as const;
      const here =
        zone === undefined
          ? new Date(year, month, day, ...time)
          : new TZDate(year, month, day, ...time, zone);
      return here.getTime() as Instant;
    },
  };
}
