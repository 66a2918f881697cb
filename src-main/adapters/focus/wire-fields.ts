import { z } from 'zod';
import type { Instant, Seconds } from '#contract';

/*
 * The fields of Toggl Focus' answers. Unknown ones are left out; missing and null mean the same.
 * What delivery decides on (ids, start, duration) must have its type, or the answer is unreadable;
 * what is only shown is dropped where it is odd.
 */

/** `0001-01-01T00:00:00Z`, Go's word for "no time", and anything else before 1970 is absent. */
export const instant = z.iso
  .datetime({ offset: true })
  .nullish()
  .transform((text) => {
    const at = Date.parse(text ?? '');
    return at > 0 ? (at as Instant) : undefined;
  });

/** Null, absent and negative all say "still running". */
export const seconds = z
  .number()
  .nullish()
  .transform((value) =>
    typeof value === 'number' && value >= 0 ? (Math.round(value) as Seconds) : undefined,
  );

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

export const shownText = shown(z.string());
export const shownId = shown(optionalId);
export const shownInstant = shown(instant);
export const shownSeconds = shown(seconds);

/** A name that has to be there in some form; none at all reads as an empty one. */
export const name = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

/** `#rgb` or `#rrggbb` to the second form; other notations are no colour. */
export const color = shownText.transform((text) => {
  const digits = /^#([\da-f]{6}|[\da-f]{3})$/i.exec(text ?? '')?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  return `#${digits.length === 6 ? digits : digits.replace(/./g, '$&$&')}`;
});

export const named = shown(z.object({ name: shownText }));
