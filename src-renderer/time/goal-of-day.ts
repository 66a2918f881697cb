import type { Instant, Seconds, Span, TimerView } from '#contract';

/** How far a day has come towards its goal; `reachedAt` where the running timer reaches it within the day. */
export type GoalOfDay = {
  readonly seconds: Seconds;
  /** 0 once it is reached. */
  readonly leftSeconds: number;
  readonly reachedAt: Instant | undefined;
};

/** `trackedSeconds` is what is tracked on the day until `now`, with the running timer. Undefined without a goal. */
export function goalOfDay(
  goalMinutes: number | undefined,
  trackedSeconds: number,
  { day, timer, now }: { readonly day: Span; readonly timer: TimerView; readonly now: Instant },
): GoalOfDay | undefined {
  if (goalMinutes === undefined) return undefined;
  const seconds = (goalMinutes * 60) as Seconds;
  const leftSeconds = Math.max(0, seconds - trackedSeconds);
  const at = (now + leftSeconds * 1000) as Instant;
  const runs = timer.state === 'running' && now >= day.startAt && at < day.endAt;
  return { seconds, leftSeconds, reachedAt: runs && leftSeconds > 0 ? at : undefined };
}
