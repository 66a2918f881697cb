import type {
  DayView,
  EntryView,
  Instant,
  OverlapView,
  PlannedView,
  Span,
  TimerView,
} from '#contract';
import { once } from '../lists/unique-by-key.ts';
import {
  hoursOf,
  labelledHours,
  type Lane,
  lanesOf,
  type Stretch,
  stretchIn,
  type WallTime,
  windowOf,
  within,
} from './timeline-geometry.ts';

/** What a block stands for, with all that its words need. */
type Meaning =
  | { readonly kind: 'entry'; readonly entry: EntryView }
  | { readonly kind: 'running'; readonly timer: Extract<TimerView, { state: 'running' }> }
  | { readonly kind: 'planned'; readonly planned: PlannedView };

/** `id` is that of the entry, of the running session, or one of its own for what is planned. */
export type Block = Span & Stretch & Lane & Meaning & { readonly id: string };

type Piece = Span & Meaning & { readonly id: string };

export type TimelineView = {
  readonly hours: readonly { readonly at: Instant; readonly left: number }[];
  /** Oldest first. */
  readonly blocks: readonly Block[];
  readonly hasPlan: boolean;
  readonly gaps: readonly (Span & Stretch)[];
  readonly overlaps: readonly (OverlapView & Stretch)[];
  /** Undefined where the day is not today. */
  readonly now: number | undefined;
};

/** All that the strip of a day draws, in shares of its width. */
export function timelineOf(
  day: DayView,
  timer: TimerView,
  now: Instant,
  wallTime: WallTime,
): TimelineView {
  const all = [...entryPieces(day), ...runningPieces(day, timer, now)];
  const done = [...once(all, idOf)].sort(byStart);
  const plan = once(plannedPieces(day), idOf);
  const isToday = now >= day.startAt && now < day.endAt;
  const things = [...done, ...plan, ...(isToday ? [{ startAt: now, endAt: now }] : [])];
  const hours = hoursOf(day, wallTime);
  const window = windowOf(day, things, hours);
  const place = <Placed extends Span>(piece: Placed) => ({ ...piece, ...stretchIn(window, piece) });

  return {
    hours: labelledHours(window, hours).map(({ at }) => ({
      at,
      left: stretchIn(window, { startAt: at, endAt: at }).left,
    })),
    blocks: [...lanesOf(plan), ...lanesOf(done)].map(place).sort(byStart),
    hasPlan: plan.length > 0,
    gaps: day.gaps.map(place),
    overlaps: day.overlaps.map(place),
    now: isToday ? stretchIn(window, { startAt: now, endAt: now }).left : undefined,
  };
}

function idOf({ id }: Piece): string {
  return id;
}

function byStart(one: Span, other: Span): number {
  return one.startAt - other.startAt || other.endAt - one.endAt;
}

function piecesWithin(day: Span, span: Span, meaning: Meaning & { readonly id: string }): Piece[] {
  const part = within(day, span);
  return part === undefined ? [] : [{ ...meaning, ...part }];
}

function entryPieces(day: DayView): readonly Piece[] {
  return day.entries.flatMap((entry) =>
    piecesWithin(day, spanOf(entry.startAt, entry.seconds), {
      kind: 'entry',
      id: entry.id,
      entry,
    }),
  );
}

function runningPieces(day: DayView, timer: TimerView, now: Instant): readonly Piece[] {
  if (timer.state === 'idle') return [];
  const span = { startAt: timer.startAt, endAt: Math.max(now, timer.startAt + 1) as Instant };
  return piecesWithin(day, span, { kind: 'running', id: timer.id, timer });
}

function plannedPieces(day: DayView): readonly Piece[] {
  return day.planned
    .flatMap((planned) => {
      const { startAt, seconds, kind, id } = planned;
      if (startAt === undefined || seconds === undefined) return [];
      const meaning = { kind: 'planned', id: `planned-${kind}-${id}`, planned } as const;
      return piecesWithin(day, spanOf(startAt, seconds), meaning);
    })
    .sort(byStart);
}

function spanOf(startAt: Instant, seconds: number): Span {
  return { startAt, endAt: (startAt + seconds * 1000) as Instant };
}
