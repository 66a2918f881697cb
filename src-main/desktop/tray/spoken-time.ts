import type { Seconds, Snapshot } from '#contract';

/**
 * `5 h 42 min`, `42 min`: whole minutes, rounded down like the popup's clock, for the icon's words are written once a
 * minute; `5.70 h` where lengths are decimal.
 */
export function spoken(
  seconds: Seconds,
  { settings, region }: Pick<Snapshot, 'settings' | 'region'>,
): string {
  if (settings.lengths === 'decimal') return `${hundredths(seconds / 3600, region.numbers)} h`;
  const { hours, minutes } = parts(seconds);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes} min`;
}

/** `01:24`, for the macOS menu bar. */
export function clockFace(seconds: Seconds): string {
  const { hours, minutes } = parts(seconds);
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function parts(seconds: Seconds): { readonly hours: number; readonly minutes: number } {
  const minutes = Math.floor(Math.max(0, seconds) / 60);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

function hundredths(value: number, locale: string): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return value.toLocaleString(locale, digits);
}
