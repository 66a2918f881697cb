import type { Instant, Span } from '#contract';

/** A full hour of the wall clock; a day in which the clock is put back has one of them twice. */
export type Hour = { readonly at: Instant; readonly hour: number };

/** Where something stands in the strip: shares of its width, 0 to 1. */
export type Stretch = { readonly left: number; readonly width: number };

/** Which of so many lanes; what shares no time with anything has one lane, the whole height. */
export type Lane = { readonly lane: number; readonly lanes: number };

/** What the clock on the wall shows at an instant. */
export type WallTime = (at: Instant) => { readonly hour: number; readonly minute: number };

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Drawn of a day in any case, so that the strip looks alike from day to day. */
const USUAL_FIRST_HOUR = 8;
const USUAL_LAST_HOUR = 18;
/** Hours from one label to the next, for a strip of at most so many hours. */
const LABEL_STEPS = [
  { upTo: 6, step: 1 },
  { upTo: 12, step: 2 },
  { upTo: 18, step: 3 },
] as const;
const WIDEST_LABEL_STEP = 4;

/**
 * The full hours of a local day, its end among them. They are found by instants: a day in which
 * the clock is moved has 23 or 25 of them, or hours that are cut short by half of one.
 */
export function hoursOf(day: Span, wallTime: WallTime): readonly Hour[] {
  const hours: Hour[] = [];
  let at = day.startAt;
  while (at <= day.endAt) {
    const { hour, minute } = wallTime(at);
    if (minute === 0) hours.push({ at, hour });
    at = (at + HOUR - minute * MINUTE) as Instant;
  }
  return hours;
}

/** The hours that matter: the usual ones, widened to full hours by what is there. */
export function windowOf(day: Span, things: readonly Span[], hours: readonly Hour[]): Span {
  const usual = (wanted: number) => hours.find(({ hour }) => hour === wanted)?.at;
  const firstAt = Math.min(
    usual(USUAL_FIRST_HOUR) ?? day.startAt,
    ...things.map(({ startAt }) => startAt),
  );
  const lastAt = Math.max(usual(USUAL_LAST_HOUR) ?? day.endAt, ...things.map(({ endAt }) => endAt));
  return {
    startAt: hours.findLast(({ at }) => at <= firstAt)?.at ?? day.startAt,
    endAt: hours.find(({ at }) => at >= lastAt && at > firstAt)?.at ?? day.endAt,
  };
}

/** Where the span stands in the window; what lies outside is cut off. */
export function stretchIn(window: Span, { startAt, endAt }: Span): Stretch {
  const left = shareOf(window, startAt);
  return { left, width: shareOf(window, endAt) - left };
}

function shareOf({ startAt, endAt }: Span, at: number): number {
  return Math.min(1, Math.max(0, (at - startAt) / (endAt - startAt)));
}

/** The part of the span that lies within the day; undefined where none does. */
export function within(day: Span, span: Span): Span | undefined {
  const startAt = Math.max(day.startAt, span.startAt) as Instant;
  const endAt = Math.min(day.endAt, span.endAt) as Instant;
  return startAt < endAt ? { startAt, endAt } : undefined;
}

/** Those hours of the window that have room for a label, two labels never nearer than one step apart. */
export function labelledHours(window: Span, hours: readonly Hour[]): readonly Hour[] {
  const length = (window.endAt - window.startAt) / HOUR;
  const step = LABEL_STEPS.find(({ upTo }) => length <= upTo)?.step ?? WIDEST_LABEL_STEP;
  const labelled: Hour[] = [];
  for (const each of hours) {
    const inside = each.at >= window.startAt && each.at <= window.endAt;
    const before = labelled.at(-1)?.at ?? -Infinity;
    if (inside && each.hour % step === 0 && each.at - before > (step - 1) * HOUR) {
      labelled.push(each);
    }
  }
  return labelled;
}

/** Puts what shares time into lanes above each other; the result is in the order given, oldest first. */
export function lanesOf<Piece extends Span>(pieces: readonly Piece[]): readonly (Piece & Lane)[] {
  const placed: (Piece & Lane)[] = [];
  let crowd: (Piece & { readonly lane: number })[] = [];
  let ends: number[] = [];

  function closeCrowd(): void {
    placed.push(...crowd.map((piece) => ({ ...piece, lanes: ends.length })));
    crowd = [];
    ends = [];
  }

  for (const piece of pieces) {
    if (ends.every((end) => end <= piece.startAt)) closeCrowd();
    const free = ends.findIndex((end) => end <= piece.startAt);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = piece.endAt;
    crowd.push({ ...piece, lane });
  }
  closeCrowd();
  return placed;
}
