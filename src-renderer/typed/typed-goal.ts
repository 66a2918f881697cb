import { MOST_GOAL_MINUTES } from '#contract';
import { plainFigures } from './figures-of-any-script.ts';
import { parseDuration } from './typed-duration.ts';

/** Of a whole day a number without a unit is hours, where for an entry it is minutes. */
const bareHours = /^\d{1,2}(?:[.,]\d+)?$/;

/** Minutes of a typed goal for a day: `8`, `7,5`, `7:30`, `7h 30m`; `null` for none, undefined for what reads as no goal. */
export function parseGoal(typed: string): number | null | undefined {
  const text = plainFigures(typed);
  if (text === '') return null;
  const seconds = bareHours.test(text)
    ? Number(text.replace(',', '.')) * 3600
    : parseDuration(text);
  const minutes = Math.round((seconds ?? 0) / 60);
  return minutes >= 1 && minutes <= MOST_GOAL_MINUTES ? minutes : undefined;
}
