import type { ProjectTotal, Seconds, Span } from '#contract';
import type { Entry } from '../entry.ts';
import { endOf } from '../session.ts';
import { msWithin } from './clip.ts';

function partWithin(entry: Entry, day: Span): number {
  return msWithin({ startAt: entry.startAt, endAt: endOf(entry) }, day);
}

/** Seconds of breaks within the span; what reaches over midnight counts on both days, each its part. */
export function breakSeconds(entries: readonly Entry[], day: Span): Seconds {
  const breaks = entries.filter(({ type }) => type === 'break');
  const milliseconds = breaks.reduce((sum, entry) => sum + partWithin(entry, day), 0);
  return Math.round(milliseconds / 1000) as Seconds;
}

/** Activity within the span by the project of its task, most first, equal ones by name. */
export function projectTotals(entries: readonly Entry[], day: Span): readonly ProjectTotal[] {
  const sums = new Map<string, Omit<ProjectTotal, 'seconds'> & { milliseconds: number }>();
  for (const entry of entries.filter(({ type }) => type === 'activity')) {
    const { projectName: name, projectColor: color } = entry.task ?? NO_PROJECT;
    // Toggl Focus lets two projects have one name; their colours then keep them apart.
    const key = JSON.stringify([name, color]);
    const sum = sums.get(key) ?? { name, color, milliseconds: 0 };
    sums.set(key, sum);
    sum.milliseconds += partWithin(entry, day);
  }
  return [...sums.values()]
    .map(({ milliseconds, ...project }) => ({
      ...project,
      seconds: Math.round(milliseconds / 1000) as Seconds,
    }))
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds || byName(a, b));
}

const NO_PROJECT = { projectName: undefined, projectColor: undefined };

/** What has no project stands last. */
function byName(
  { name: a = '\uffff' }: ProjectTotal,
  { name: b = '\uffff' }: ProjectTotal,
): number {
  return a < b ? -1 : Number(a > b);
}
