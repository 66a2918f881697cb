import type { Instant, ProjectTotal, Seconds, Span, TimerView } from '#contract';

type Tracked = Span & { readonly trackedSeconds: Seconds };
type WithProjects = Span & { readonly projects: readonly ProjectTotal[] };

/** Seconds of the running session that lie within the span; none where nothing runs. */
function runningWithin({ startAt, endAt }: Span, timer: TimerView, now: Instant): number {
  if (timer.state === 'idle') return 0;
  const fromAt = Math.max(timer.startAt, startAt);
  return Math.max(0, Math.floor((Math.min(now, endAt) - fromAt) / 1000));
}

/** Seconds of a day or a week with those of the running session. */
export function trackedWithin(span: Tracked, timer: TimerView, now: Instant): number {
  return span.trackedSeconds + runningWithin(span, timer, now);
}

/** The totals by project with the running session in its own, most first. */
export function projectsWithin(
  span: WithProjects,
  timer: TimerView,
  now: Instant,
): readonly ProjectTotal[] {
  const seconds = runningWithin(span, timer, now);
  if (timer.state === 'idle' || seconds === 0) return span.projects;
  // As main sums: a text of no letters is none.
  const name = wordsOf(timer.task?.projectName);
  const color = wordsOf(timer.task?.projectColor);
  const isItsOwn = (each: ProjectTotal) => each.name === name && each.color === color;
  const before = span.projects.find(isItsOwn)?.seconds ?? 0;
  const own = { name, color, seconds: (before + seconds) as Seconds };
  return [...span.projects.filter((each) => !isItsOwn(each)), own].sort(
    (one, other) => other.seconds - one.seconds,
  );
}

function wordsOf(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
