import type { Instant, Seconds, TaskView } from '#contract';

/** What is planned and was not tracked by that: a time block, or an entry of Toggl Focus without a start. */
export type Plan = {
  readonly kind: 'block' | 'entry';
  /** Of Toggl Focus. */
  readonly id: number;
  readonly startAt: Instant;
  readonly seconds: Seconds;
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
};
