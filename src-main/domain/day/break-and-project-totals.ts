import type { ProjectTotal, Seconds, Span, TaskView } from '#contract';
import type { Entry } from '../entry.ts';
import { shownWithin } from './clip-to-day.ts';

/** The shown lengths of breaks within the span; what reaches over midnight counts on both days, each its part. */
export function breakSeconds(entries: readonly Entry[], day: Span): Seconds {
  const breaks = entries.filter(({ type }) => type === 'break');
  return breaks.reduce((sum, entry) => sum + shownWithin(entry, day), 0) as Seconds;
}

/** Activity within the span by the project of its task. */
export function projectTotals(entries: readonly Entry[], day: Span): readonly ProjectTotal[] {
  const activity = entries.filter(({ type }) => type === 'activity');
  return byProject(
    activity.map((entry) => ({ task: entry.task, seconds: shownWithin(entry, day) })),
  );
}

/** Work on tasks, summed up by their projects, most first, equal ones by name. */
export function byProject(
  work: readonly { readonly task: TaskView | undefined; readonly seconds: number }[],
): readonly ProjectTotal[] {
  const sums = new Map<string, Omit<ProjectTotal, 'seconds'> & { seconds: number }>();
  for (const { task, seconds } of work) {
    const name = wordsOf(task?.projectName);
    const color = wordsOf(task?.projectColor);
    // Toggl Focus lets two projects have one name; their colours then keep them apart.
    const key = JSON.stringify([name, color]);
    const sum = sums.get(key) ?? { name, color, seconds: 0 };
    sums.set(key, sum);
    sum.seconds += seconds;
  }
  return [...sums.values()]
    .map((project) => ({ ...project, seconds: project.seconds as Seconds }))
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds || byName(a, b));
}

/** Toggl Focus tells a name of no letters too; a person sees no name either way. */
function wordsOf(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** What has no project stands last. */
function byName(
  { name: a = '\uffff' }: ProjectTotal,
  { name: b = '\uffff' }: ProjectTotal,
): number {
  return a < b ? -1 : Number(a > b);
}
