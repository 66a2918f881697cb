import type { AwayAnswer, Instant, Seconds } from '#contract';
import type { OccupiedSpan } from '../day/occupied-span.ts';
import { between, taskAndDescriptionOf } from '../edit/allowed-span.ts';
import {
  decided,
  type Edit,
  type EditDecision,
  type Surroundings,
} from '../edit/edit-and-refusal.ts';
import { cut } from '../edit/split.ts';
import { firstFreeSecond, wholeSecond } from '../timer/session.ts';
import { isSetBack, type Stretch } from './question.ts';

/** What an answer comes to for the work in which the stretch lies, whether that runs on or has ended. */
export function answerEdits(
  work: OccupiedSpan,
  stretch: Stretch,
  answer: AwayAnswer,
  surroundings: Surroundings,
): EditDecision {
  if (answer === 'keep') return decided();
  if (isSetBack(stretch)) return decided(...(answer === 'move' ? moved(work, stretch) : []));
  const from = Math.max(wholeSecond(stretch.fromAt), work.startAt) as Instant;
  const end = work.isRunning ? surroundings.now : work.endAt;
  const to = Math.min(wholeSecond(stretch.toAt), end) as Instant;
  if (answer === 'stop') return decided(...ended(work, from));
  const rest = leftOut(work, { from, to }, surroundings);
  return decided(...rest, ...(answer === 'break' && to > from ? [pause(from, to)] : []));
}

/** The start goes along with the clock, so that the length is what has really passed. */
function moved({ id, startAt, isRunning }: OccupiedSpan, { fromAt, toAt }: Stretch): Edit[] {
  const start = wholeSecond((startAt + toAt - fromAt) as Instant);
  return isRunning
    ? [{ do: 'move-session', startAt: start }]
    : [{ do: 'change', id, values: { startAt: start } }];
}

function ended(work: OccupiedSpan, at: Instant): Edit[] {
  const { id, startAt, isRunning, timeBlockId } = work;
  const head = between(startAt, at);
  if (!isRunning) {
    return head.seconds < 1
      ? [{ do: 'remove', id }]
      : [{ do: 'change', id, values: { seconds: head.seconds } }];
  }
  const kept: Edit = {
    do: 'add',
    values: { ...head, ...taskAndDescriptionOf(work) },
    timeBlockId,
  };
  return [{ do: 'end-session' }, ...(head.seconds < 1 ? [] : [kept])];
}

function leftOut(
  work: OccupiedSpan,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  { isTaken }: Surroundings,
): readonly Edit[] {
  const { id, startAt, endAt, isRunning } = work;
  if (to <= from) return [];
  if (!isRunning && to >= endAt) return ended(work, from);
  const next = isRunning ? to : firstFreeSecond(to, isTaken);
  if (from > startAt) return cut(work, from, next);
  return isRunning
    ? [{ do: 'change-session', change: { startAt: next } }]
    : [{ do: 'change', id, values: between(next, endAt) }];
}

function pause(from: Instant, to: Instant): Edit {
  const seconds = ((to - from) / 1000) as Seconds;
  const values = { startAt: from, seconds, type: 'break', task: undefined } as const;
  return { do: 'add', values: { ...values, description: undefined }, timeBlockId: undefined };
}
