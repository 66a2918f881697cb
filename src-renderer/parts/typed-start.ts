import type { Instant } from '#contract';
import type { StartProblem } from '../words/timer.ts';
import { parseTime, startTime } from './typed-time.ts';

/** When the running timer began, as far as that can be read from what a person typed. */
export type TypedStart =
  | { readonly at: Instant; readonly problem?: undefined }
  | { readonly at?: undefined; readonly problem: StartProblem };

const LONGEST_MS = 31 * 86_400_000;

/** On the day that it is now, unless another is named. */
export function typedStart(text: string, now: Instant): TypedStart {
  const typed = parseTime(text);
  if (typed === undefined) return { problem: 'unreadable' };
  const { at } = startTime(now, typed);
  if (at > now) return { problem: 'future' };
  return now - at > LONGEST_MS ? { problem: 'too-long' } : { at };
}
