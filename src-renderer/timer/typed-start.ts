import type { Instant } from '#contract';
import type { StartProblem } from '../words/views/timer-words.ts';
import { LONGEST_ENTRY_MS } from '../typed/longest-entry.ts';
import { parseTime, startTime } from '../typed/typed-time.ts';
import type { Hours } from '../time/hour-format.ts';

/** When the running timer began, as far as that can be read from what a person typed. */
export type TypedStart =
  | { readonly at: Instant; readonly problem?: undefined }
  | { readonly at?: undefined; readonly problem: StartProblem };

export type StartScene = {
  readonly nowAt: Instant;
  readonly hours: Hours;
  /** When it began, as far as is known. */
  readonly startAt: Instant;
};

/** On the day that it is now, unless another is named. */
export function typedStart(text: string, { nowAt, hours, startAt }: StartScene): TypedStart {
  const typed = parseTime(text);
  if (typed === undefined) return { problem: 'unreadable' };
  const { at } = startTime(typed, { dayAt: nowAt, hours, nearAt: startAt, latestAt: nowAt });
  if (at > nowAt) return { problem: 'future' };
  return nowAt - at > LONGEST_ENTRY_MS ? { problem: 'too-long' } : { at };
}
