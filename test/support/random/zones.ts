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

/** What a clock in UTC tells of its zone. */
export const alwaysUtc = {
  zone: () => 'UTC',
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
