import { type Instant, shownSeconds, type Span } from '#contract';
import type { SpanProblem } from '../../words/entry/edit-form-words.ts';
import type { Neighbour } from '../entries-and-gaps.ts';
import { LONGEST_ENTRY_MS } from '../../typed/longest-entry.ts';
import { formatDuration, parseDuration } from '../../typed/typed-duration.ts';
import { formatStart, parseTime, startTime, type WallTime } from '../../typed/typed-time.ts';
import { endTime, formatEnd } from '../../typed/typed-end-over-midnight.ts';
import type { Hours } from '../../time/hour-format.ts';

/** Times as they stand in the form; undefined where nobody typed. Of end and length, one is typed at most. */
export type TypedSpan = {
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly duration: string | undefined;
};

export const untyped: TypedSpan = { start: undefined, end: undefined, duration: undefined };

export type SpanField = keyof TypedSpan;

export type SpanReading = {
  /** What stands in the three fields. */
  readonly texts: Readonly<Record<SpanField, string>>;
  /** Undefined while something typed cannot be read. */
  readonly span: Span | undefined;
  readonly problem: { readonly field: SpanField; readonly kind: SpanProblem } | undefined;
  /** Wall times that the clocks skip or show twice. */
  readonly peculiar: readonly {
    readonly text: string;
    readonly kind: NonNullable<WallTime['peculiar']>;
  }[];
};

export type SpanScene = {
  /** Any instant of the day that is shown; typed times are on it. */
  readonly dayAt: Instant;
  readonly hours: Hours;
  readonly nowAt: Instant;
};

type Point = { readonly text: string; readonly time: Partial<WallTime> };

/** What the texts mean for an entry that stands at `base`. What was not typed stays to the millisecond. */
export function readSpan(typed: TypedSpan, base: Span, scene: SpanScene): SpanReading {
  const start = readStart(typed.start, base.startAt, scene);
  const end = readEnd(typed, base, { ...scene, startAt: start.time.at });
  const span =
    start.time.at === undefined || end.time.at === undefined
      ? undefined
      : { startAt: start.time.at, endAt: end.time.at };
  return {
    texts: {
      start: start.text,
      end: end.text,
      duration: typed.duration ?? (span === undefined ? '' : lengthText(span)),
    },
    span,
    problem: problemOf(typed, start, span, scene.nowAt),
    peculiar: [start, end].flatMap(({ text, time: { peculiar } }) =>
      peculiar === undefined ? [] : [{ text, kind: peculiar }],
    ),
  };
}

function readStart(typed: string | undefined, baseAt: Instant, scene: SpanScene): Point {
  const shown = formatStart(scene.dayAt, baseAt, scene.hours);
  if (typed === undefined || typed.trim() === shown) {
    return { text: typed ?? shown, time: { at: baseAt } };
  }
  const time = parseTime(typed);
  return {
    text: typed,
    time:
      time === undefined
        ? {}
        : startTime(time, { ...scene, nearAt: baseAt, latestAt: scene.nowAt }),
  };
}

type EndScene = SpanScene & { readonly startAt: Instant | undefined };

function readEnd(typed: TypedSpan, base: Span, scene: EndScene): Point {
  const { dayAt, hours, nowAt } = scene;
  if (typed.duration !== undefined) return endByLength(typed.duration, scene);
  const startAt = scene.startAt ?? base.startAt;
  const shown = formatEnd(dayAt, { ...base, startAt }, hours);
  const text = typed.end ?? shown;
  if (text.trim() === shown) return { text, time: { at: base.endAt } };
  const time = parseTime(text);
  if (time === undefined) return { text, time: {} };
  const near = { nearAt: base.endAt, latestAt: nowAt };
  return { text, time: endTime(time, { dayAt, hours, startAt, ...near }) };
}

function endByLength(typed: string, { startAt, dayAt, hours }: EndScene): Point {
  const seconds = parseDuration(typed);
  if (startAt === undefined || seconds === undefined) return { text: '', time: {} };
  const endAt = (startAt + seconds * 1000) as Instant;
  return { text: formatEnd(dayAt, { startAt, endAt }, hours), time: { at: endAt } };
}

function lengthText({ startAt, endAt }: Span): string {
  return endAt < startAt ? '' : formatDuration(Math.round((endAt - startAt) / 1000));
}

function problemOf(
  typed: TypedSpan,
  start: Point,
  span: Span | undefined,
  nowAt: Instant,
): SpanReading['problem'] {
  const last = typed.duration !== undefined ? 'duration' : 'end';
  // What nobody touched is not this person's slip, and must not keep another change from being saved.
  if (Object.values(typed).every((text) => text === undefined)) return undefined;
  if (start.time.at === undefined) return { field: 'start', kind: 'unreadable-time' };
  if (span === undefined) {
    return { field: last, kind: last === 'end' ? 'unreadable-time' : 'unreadable-length' };
  }
  const kind = problemOfSpan(span, nowAt);
  const blamed = typed[last] === undefined && typed.start !== undefined ? 'start' : last;
  return kind === undefined ? undefined : { field: blamed, kind };
}

function problemOfSpan({ startAt, endAt }: Span, nowAt: Instant): SpanProblem | undefined {
  if (endAt < startAt) return 'end-before-start';
  if (endAt === startAt) return 'no-length';
  if (endAt > nowAt) return 'ends-in-future';
  return endAt - startAt > LONGEST_ENTRY_MS ? 'too-long' : undefined;
}

/** Shorter ones nobody sees, here and in the list. */
const SHORTEST_MS = 60_000;

/** With whom the span shares a minute or more, and how long that is said to be. */
export function sharedTime(
  { startAt, endAt }: Span,
  neighbours: readonly Neighbour[],
): readonly { readonly name: string; readonly seconds: number }[] {
  return neighbours.flatMap((other) => {
    const shared = {
      startAt: Math.max(startAt, other.startAt) as Instant,
      endAt: Math.min(endAt, other.endAt) as Instant,
    };
    const isTold = shared.endAt - shared.startAt >= SHORTEST_MS;
    return isTold ? [{ name: other.name, seconds: shownSeconds(shared) }] : [];
  });
}
