import type { AwayAnswer, AwayView, Span } from '#contract';
import type { Hours } from '../../time/hour-format.ts';
import { timeOf } from '../time/time-with-date-unless-today.ts';
import { entryLength } from '../time/times-and-lengths.ts';
import { workName } from './work-words.ts';

/** A question of time away, and its answers, the first of which changes nothing. */
export type AwayWords = {
  readonly asked: string;
  readonly data: string;
  readonly answers: readonly (readonly [AwayAnswer, string])[];
};

export const awayTitle = 'Time away';

/** `2 more questions after this one.` */
function more(count: number): string {
  return count === 0 ? '' : ` ${count} more ${count === 1 ? 'question' : 'questions'} after this.`;
}

/** The first of them is asked. */
export function awayWords(
  [view, ...others]: readonly [AwayView, ...AwayView[]],
  today: Span,
  hours: Hours,
): AwayWords {
  const { why, fromAt, toAt, running } = view;
  const [from, to] = [timeOf(fromAt, today, hours), timeOf(toAt, today, hours)];
  const work = `“${workName(view)}”`;
  const recorded = running ? 'It runs on meanwhile.' : 'It is not sent until you answer.';
  const data = recorded + more(others.length);
  if (toAt < fromAt) {
    return {
      asked: `The clock was set back from ${from} to ${to}, and ${work} may begin too late.`,
      data,
      answers: [
        ['keep', 'Keep its start'],
        ['move', 'Move its start along'],
      ],
    };
  }
  const length = entryLength(fromAt, (toAt - fromAt) / 1000);
  const what = {
    away: `You were away ${from} – ${to} (${length}). Does that belong to ${work}?`,
    stopped: `Stint did not run ${from} – ${to} (${length}). Does that belong to ${work}?`,
    clock: `The clock went from ${from} to ${to} at once: it was set, or the computer slept. Does that belong to ${work}?`,
  };
  return {
    asked: what[why],
    data,
    answers: [
      ['keep', 'Keep it'],
      ['stop', `${running ? 'Stop' : 'End'} at ${from}`],
      ['go-on', 'Leave it out'],
      ['break', 'A break'],
    ],
  };
}

/** `10 min`; `off`. */
export function awayAfter(minutes: number): string {
  return minutes === 0 ? 'off' : `${minutes} min`;
}

export const awayLabels = {
  setting: 'Ask when I am away for',
  unknown:
    'This desktop does not tell when you are away: a locked screen and sleep alone are seen.',
};
