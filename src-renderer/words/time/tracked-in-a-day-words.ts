import type { DayTotal } from '#contract';
import { dateFormat } from '../../time/date-and-number-formats.ts';
import { duration, total } from './times-and-lengths.ts';

const spokenDay = dateFormat({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

/** `42 min`, `1 h 24 min`; what is shorter than a minute in seconds. */
export function length(seconds: number): string {
  return seconds < 60 ? duration(seconds) : total(seconds);
}

export function breakTime(seconds: number): string {
  return `${length(seconds)} break`;
}

/** `Tuesday, 24 November: 7 h 42 min, 30 min break, planned 8 h 0 min`. */
export function dayOfWeek(day: DayTotal, trackedSeconds: number): string {
  const parts = [
    trackedSeconds === 0 ? 'nothing tracked' : length(trackedSeconds),
    ...(day.breakSeconds === 0 ? [] : [breakTime(day.breakSeconds)]),
    ...(day.plannedSeconds === 0 ? [] : [`planned ${length(day.plannedSeconds)}`]),
  ];
  return `${spokenDay.format(day.startAt)}: ${parts.join(', ')}`;
}
