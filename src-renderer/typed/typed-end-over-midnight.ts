import type { Instant, Span } from '#contract';
import type { Hours } from '../time/hour-format.ts';
import {
  clockText,
  nearest,
  parseTime,
  readings,
  type TimeScene,
  type TypedTime,
  type WallTime,
  withDay,
} from './typed-time.ts';

/** Longest entry that ends on the day after its start without a word about the day. */
const NIGHT_MS = 12 * 3_600_000;

/**
 * Of an end: after the start where that is possible, on the same day or, where that makes at most half a day, on the
 * next one, so that an entry over midnight needs no date. A named day counts from the shown one.
 */
export function endTime(
  typed: TypedTime,
  scene: TimeScene & { readonly startAt: Instant },
): WallTime {
  const { startAt, hours } = scene;
  const onDay =
    typed.days === undefined
      ? readings(typed, { dayAt: startAt, days: 0, hours })
      : readings(typed, { ...scene, days: typed.days });
  const nextDay =
    typed.days === undefined ? readings(typed, { dayAt: startAt, days: 1, hours }) : [];
  const night = nextDay.filter(({ at }) => at - startAt <= NIGHT_MS);
  const [first, ...others] = [...onDay, ...night].filter(({ at }) => at >= startAt);
  return nearest(first === undefined ? onDay : [first, ...others], scene);
}

/** The shortest of what a person could type for this end. */
export function formatEnd(dayAt: Instant, { startAt, endAt }: Span, hours: Hours): string {
  const short = clockText(endAt, hours);
  const typed = parseTime(short);
  const scene = { dayAt, hours, startAt, nearAt: startAt, latestAt: Infinity };
  return typed && endTime(typed, scene).at === endAt ? short : withDay(dayAt, endAt, hours);
}
