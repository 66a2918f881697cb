import type { Instant, Span } from '#contract';
import type { Values } from '../entry.ts';
import type { OccupiedSpan } from '../day/occupied-span.ts';
import { endOf, wholeSecond } from '../timer/session.ts';
import { decided, refused, type Surroundings, type EditDecision } from './edit-and-refusal.ts';
import { between, trouble, taskAndDescriptionOf, type StartAndLength } from './allowed-span.ts';

export type ValuesWithoutTime = Omit<Values, keyof StartAndLength>;

/** An entry by hand, wherever the person says. */
export function add(values: Values, { now }: Surroundings): EditDecision {
  const startAt = wholeSecond(values.startAt);
  const what = trouble({ ...values, startAt }, now);
  if (what !== undefined) return refused(what);
  return decided({ do: 'add', values: { ...values, startAt }, timeBlockId: undefined });
}

/**
 * The same work once more: right behind it where as much time is free and has passed, else in
 * its own place, for the person to move.
 */
export function duplicate(occupied: OccupiedSpan, surroundings: Surroundings): EditDecision {
  const behind = between(occupied.endAt, (occupied.endAt * 2 - occupied.startAt) as Instant);
  const isFree =
    endOf(behind) <= surroundings.now && surroundings.occupiedWithin(spanOf(behind)).length === 0;
  const startAndLength = isFree ? behind : between(occupied.startAt, occupied.endAt);
  const values = { ...startAndLength, ...taskAndDescriptionOf(occupied) };
  return decided({ do: 'add', values, timeBlockId: occupied.timeBlockId });
}

/** Entries over all the gaps, or none where one of them is no gap any more. */
export function fillGaps(
  gaps: readonly Span[],
  work: ValuesWithoutTime,
  surroundings: Surroundings,
): EditDecision {
  const stretches = gaps.map(withinSeconds).sort((a, b) => a.startAt - b.startAt);
  let filledUntil = 0;
  for (const startAndLength of stretches) {
    const what = trouble(startAndLength, surroundings.now);
    if (what !== undefined) return refused(what);
    const isTaken =
      startAndLength.startAt < filledUntil ||
      surroundings.occupiedWithin(spanOf(startAndLength)).length > 0;
    if (isTaken) return refused('gap-taken');
    filledUntil = endOf(startAndLength);
  }
  const add = 'add' as const;
  return decided(
    ...stretches.map((startAndLength) => ({
      do: add,
      values: { ...startAndLength, ...work },
      timeBlockId: undefined,
    })),
  );
}

/** A gap up to this moment ends within a second, which is left out. */
function withinSeconds({ startAt, endAt }: Span): StartAndLength {
  return between(wholeSecond((startAt + 999) as Instant), endAt);
}

function spanOf(startAndLength: StartAndLength): Span {
  return { startAt: startAndLength.startAt, endAt: endOf(startAndLength) };
}
