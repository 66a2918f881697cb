import type { Instant } from '#contract';
import type { Clock } from '../../../src-main/app/ports/ports.ts';

/** Where clocks go back by an hour, by an hour at half past, a zone that once left out a day, and half an hour back. */
export const zones = [
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Pacific/Apia',
  'Australia/Lord_Howe',
] as const;

const DAY_MS = 86_400_000;

/** What a clock in UTC tells of its zone and its days. */
export const alwaysUtc = {
  zone: () => 'UTC',
  dayOf(at: Instant) {
    const dayStart = Math.floor(at / DAY_MS) * DAY_MS;
    return { startAt: dayStart as Instant, endAt: (dayStart + DAY_MS) as Instant };
  },
  timeOfDay: (at: Instant, minutes: number) =>
    (Math.floor(at / DAY_MS) * DAY_MS + minutes * 60_000) as Instant,
  // 1970-01-01 was a Thursday.
  weekdayOf: (at: Instant) => (Math.floor(at / DAY_MS) + 4) % 7,
  isoTime: (at: Instant) => new Date(at).toISOString().replace('.000Z', '+00:00'),
  onZone: () => () => undefined,
  sameTime: (at: Instant) => at,
} satisfies Partial<Clock>;

/** Runs in the zone, and goes back to the one before. */
export function inZone<T>(zone: string, run: () => T): T {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return run();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}
