import type { Instant } from '#contract';
import type { OccupiedSpan } from '../day/occupied-span.ts';
import { firstFreeSecond, wholeSecond } from '../timer/session.ts';
import {
  decided,
  refused,
  type Edit,
  type Surroundings,
  type EditDecision,
} from './edit-and-refusal.ts';
import { between, taskAndDescriptionOf } from './allowed-span.ts';

/**
 * Two entries of one, the second beginning at the instant or, where another entry holds that second,
 * in the next free one: no second changes hands. Of the running session the first part becomes an
 * entry, and the session goes on from there.
 */
export function split(
  occupied: OccupiedSpan,
  at: Instant,
  surroundings: Surroundings,
): EditDecision {
  const wanted = wholeSecond(at);
  // A session's second has to be its own only once it ends.
  const point = occupied.isRunning ? wanted : firstFreeSecond(wanted, surroundings.isTaken);
  if (wanted <= occupied.startAt || point >= occupied.endAt) return refused('outside-entry');
  return decided(...cut(occupied, point, point));
}

/** Keeps the span up to `endAt`, and the same work again from `startAt` on. */
export function cut(occupied: OccupiedSpan, endAt: Instant, startAt: Instant): readonly Edit[] {
  const { id, timeBlockId } = occupied;
  const head = between(occupied.startAt, endAt);
  if (occupied.isRunning) {
    return [
      { do: 'change-session', change: { startAt } },
      { do: 'add', values: { ...head, ...taskAndDescriptionOf(occupied) }, timeBlockId },
    ];
  }
  const tail = { ...between(startAt, occupied.endAt), ...taskAndDescriptionOf(occupied) };
  return [
    { do: 'change', id, values: { seconds: head.seconds } },
    { do: 'add', values: tail, timeBlockId },
  ];
}
