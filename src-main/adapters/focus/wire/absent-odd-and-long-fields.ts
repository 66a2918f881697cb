import { z } from 'zod';
import type { Instant, Seconds } from '#contract';
import {
  MAX_DESCRIPTION_LENGTH,
  MAX_DURATION_SECONDS,
  MAX_INSTANT_MS,
  MAX_NAME_LENGTH,
  MIN_INSTANT_MS,
} from '../../../domain/limits.ts';

/*
 * The fields of Toggl Focus' answers. Unknown ones are left out; missing and null mean the same.
 * What delivery decides on (ids, start, duration) must have its type and be within the limits, or the
 * object is unreadable; what is only shown is dropped where it is odd, and cut where it is long.
 */

/** `0001-01-01T00:00:00Z`, Go's word for "no time", and anything else before 1970 is absent. */
export const instant = z.iso
  .datetime({ offset: true })
  .nullish()
  .refine((text) => !(Date.parse(text ?? '') > MAX_INSTANT_MS))
  .transform((text) => {
    const at = Date.parse(text ?? '');
    return at > MIN_INSTANT_MS ? (at as Instant) : undefined;
  });

/** Null, absent and negative all say "still running". */
export const seconds = z
  .number()
  .max(MAX_DURATION_SECONDS)
  .nullish()
  .transform((value) =>
    typeof value === 'number' && value >= 0 ? (Math.round(value) as Seconds) : undefined,
  );

/** No entry reaches behind the last instant there is. */
export function endsInTime(startAt: Instant | undefined, length: Seconds | undefined): boolean {
  return (startAt ?? 0) + (length ?? 0) * 1000 <= MAX_INSTANT_MS;
}

export const id = z.int().positive();
export const optionalId = z
  .int()
  .nullish()
  .transform((value) => (typeof value === 'number' && value > 0 ? value : undefined));

/** Of a field that is only shown: odd counts as absent. */
export function shown<T extends z.ZodType>(shape: T): z.ZodType<z.output<T> | undefined> {
  return shape
    .nullish()
    .catch(undefined)
    .transform((value) => value ?? undefined);
}

export const shownText = shown(z.string()).transform(cut);
export const shownId = shown(optionalId);
export const shownInstant = shown(instant);
export const shownSeconds = shown(seconds);

/** Odd counts as absent, as of all that is shown; a longer one than may be sent back is an error. */
export const description = z
  .unknown()
  .optional()
  .refine((text) => typeof text !== 'string' || text.length <= MAX_DESCRIPTION_LENGTH)
  .transform((text) => (typeof text === 'string' ? text : undefined));

/** A name that has to be there in some form; none at all reads as an empty one. */
export const name = z
  .string()
  .nullish()
  .transform((text) => cut(text ?? ''));

function cut<T extends string | undefined>(text: T): T {
  const isLong = text !== undefined && text.length > MAX_NAME_LENGTH;
  // No emoji is halved: what is no whole character at the end goes.
  return (
    isLong ? `${text.slice(0, MAX_NAME_LENGTH).replace(/[\ud800-\udbff]$/, '')}…` : text
  ) as T;
}

export const named = shown(z.object({ name: shownText }));
