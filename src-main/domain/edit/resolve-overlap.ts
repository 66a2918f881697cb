import type { EditCommand } from '#contract';
import type { OccupiedSpan } from '../day/occupied-span.ts';
import {
  decided,
  refused,
  type Edit,
  type Surroundings,
  type EditDecision,
} from './edit-and-refusal.ts';
import { cut } from './split.ts';
import { between, seam, trouble } from './allowed-span.ts';

export type Way = Extract<EditCommand, { readonly type: 'overlap/mend' }>['way'];

/** Resolves what two spans share. Which one is the earlier is told by their starts, whatever was said. */
export function resolveOverlap(
  [one, other]: readonly [OccupiedSpan, OccupiedSpan],
  way: Way,
  surroundings: Surroundings,
): EditDecision {
  const [earlier, later] = other.startAt < one.startAt ? [other, one] : [one, other];
  if (earlier.endAt <= later.startAt || later.endAt <= later.startAt) {
    return refused('not-overlapping');
  }
  switch (way) {
    case 'trim-earlier':
      return trimEarlier(earlier, later, surroundings);
    case 'trim-later':
      return trimLater(earlier, later, surroundings);
    case 'merge':
      return merge(earlier, later, surroundings);
  }
}

/** The earlier one ends where the later begins; what reaches out behind the later one stays. */
function trimEarlier(
  earlier: OccupiedSpan,
  later: OccupiedSpan,
  surroundings: Surroundings,
): EditDecision {
  const hasHead = earlier.startAt < later.startAt;
  if (openEnd(earlier) <= openEnd(later)) {
    return decided(hasHead ? ending(earlier, later.startAt) : removal(earlier));
  }
  const behind = seam(later.endAt, [later, earlier], surroundings);
  if (earlier.isRunning && behind.startAt > surroundings.now) return refused('ends-in-future');
  const hasTail = behind.startAt < openEnd(earlier);
  if (!hasHead)
    return decided(...begun(earlier, behind.startAt), ...stretched(later, behind.endAt));
  const rest = hasTail
    ? cut(earlier, later.startAt, behind.startAt)
    : [ending(earlier, later.startAt)];
  return decided(...rest, ...stretched(later, behind.endAt));
}

/** The later one begins where the earlier ends. */
function trimLater(
  earlier: OccupiedSpan,
  later: OccupiedSpan,
  surroundings: Surroundings,
): EditDecision {
  if (openEnd(later) <= openEnd(earlier)) return decided(removal(later));
  const behind = seam(earlier.endAt, [earlier, later], surroundings);
  if (later.isRunning && behind.startAt > surroundings.now) return refused('ends-in-future');
  return decided(...begun(later, behind.startAt), ...stretched(earlier, behind.endAt));
}

/** One span over both, with the work of the earlier one. */
function merge(earlier: OccupiedSpan, later: OccupiedSpan, { now }: Surroundings): EditDecision {
  if (earlier.isRunning) return decided(removal(later));
  if (later.isRunning) {
    const { startAt, task, description, timeBlockId } = earlier;
    // The session cannot become a break.
    const work = earlier.type === 'break' ? {} : { task, description, timeBlockId };
    return decided({ do: 'change-session', change: { startAt, ...work } }, removal(earlier));
  }
  const endAt = later.endAt > earlier.endAt ? later.endAt : earlier.endAt;
  const whole = between(earlier.startAt, endAt);
  // Both were there already: of their union, only the length can be new.
  if (trouble(whole, now, whole) === 'too-long') return refused('too-long');
  return decided(...stretched(earlier, endAt), removal(later));
}

/** A running session goes on beyond whatever comes. */
function openEnd({ isRunning, endAt }: OccupiedSpan): number {
  return isRunning ? Infinity : endAt;
}

function removal({ id }: OccupiedSpan): Edit {
  return { do: 'remove', id };
}

function ending({ id, startAt }: OccupiedSpan, endAt: OccupiedSpan['endAt']): Edit {
  return { do: 'change', id, values: { seconds: between(startAt, endAt).seconds } };
}

/** Nothing to do where the span ends there anyway. */
function stretched(occupied: OccupiedSpan, endAt: OccupiedSpan['endAt']): readonly Edit[] {
  return endAt === occupied.endAt ? [] : [ending(occupied, endAt)];
}

function begun(occupied: OccupiedSpan, startAt: OccupiedSpan['startAt']): readonly Edit[] {
  if (occupied.isRunning) return [{ do: 'change-session', change: { startAt } }];
  if (startAt >= occupied.endAt) return [removal(occupied)];
  return [{ do: 'change', id: occupied.id, values: between(startAt, occupied.endAt) }];
}
