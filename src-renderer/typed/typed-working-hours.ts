import type { WorkingHours } from '#contract';
import { parseTime } from './typed-time.ts';

const HALF_DAY = 12 * 60;

/** `9–17`, `8:30 - 5 pm`; `9 - 5` is a working day. `null` for none, undefined for what reads as no such hours. */
export function parseWorkingHours(typed: string): WorkingHours | null | undefined {
  if (typed.trim() === '') return null;
  const [start, end, more] = typed.split(/[-–−]/u).map((part) => parseTime(part));
  if (start === undefined || end === undefined || more !== undefined) return undefined;
  const [from, to] = [Math.floor(start.seconds / 60), Math.floor(end.seconds / 60)];
  const isAfternoon = end.eitherHalf && to <= from && to + HALF_DAY > from;
  return { from, to: isAfternoon ? to + HALF_DAY : to };
}
