import type { Region } from '#contract';
import { zoneName } from './time-zone.svelte.ts';

/**
 * How dates and numbers are written on this page: as main says, for the browser knows only the languages
 * that were packed with it, and main draws the first picture with the same words.
 */
let region: Pick<Region, 'words' | 'numbers'> = { words: 'en-US', numbers: 'en-US' };

/** Whatever is written from now on is written so. */
export function writeAs(next: Region): void {
  region = next;
}

/** One for each kind of writing that was needed: making it costs more than what it writes. */
export function kept<T>(keyOf: () => string, make: () => T): () => T {
  const made = new Map<string, T>();
  return () => {
    const key = keyOf();
    const format = made.get(key) ?? make();
    made.set(key, format);
    return format;
  };
}

type DateFormat = Pick<Intl.DateTimeFormat, 'format' | 'formatRange'>;

/** In the zone of the last snapshot, where the options name none. */
export function dateFormat(options: Intl.DateTimeFormatOptions): DateFormat {
  const current = kept(
    () => `${region.words} ${zoneName() ?? ''}`,
    () => new Intl.DateTimeFormat(region.words, { timeZone: zoneName(), ...options }),
  );
  return {
    format: (date) => current().format(date),
    formatRange: (start, end) => current().formatRange(start, end),
  };
}

export function numberFormat(options?: Intl.NumberFormatOptions): {
  readonly format: (value: number) => string;
} {
  const current = kept(
    () => region.numbers,
    () => new Intl.NumberFormat(region.numbers, options),
  );
  return { format: (value) => current().format(value) };
}
