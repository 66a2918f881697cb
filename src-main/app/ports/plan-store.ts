import type { Instant, Seconds, Span } from '#contract';
import type { Plan } from '../../domain/day/planned-time.ts';

/** What a person has planned in Toggl Focus, as it was read last. */
export type PlanStore<Account> = {
  /** What is planned by overlap, oldest first. */
  plansBetween(account: Account, fromAt: Instant, toAt: Instant): readonly Plan[];
  /** More of them, or other versions of some. */
  putPlans(account: Account, plans: readonly Plan[]): void;
  /** Of the kind in the range, none but those with these ids is left. */
  leavePlans(account: Account, kind: Plan['kind'], range: Span, ids: readonly number[]): void;
  /** Seconds of kept activity on each of these blocks, as far as entries are known here. */
  secondsOfTimeBlocks(
    account: Account,
    timeBlockIds: readonly number[],
  ): ReadonlyMap<number, Seconds>;
};
