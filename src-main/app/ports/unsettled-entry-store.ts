import type { Instant } from '#contract';
import type { Entry } from '../../domain/entry.ts';
import type { AccountId } from './account-id.ts';

/** The little that a reading asks of each of many entries. */
export type IdRow = {
  readonly id: string;
  readonly startAt: Instant;
  readonly serverId: number | undefined;
  /** When the request left that it travelled in. */
  readonly sentAt: Instant | undefined;
  /** Whether a look at the server was to find something of it. */
  readonly isLookedFor: boolean;
};

/** What did not go its plain way: refused, perhaps late, without an id, or missed by a reading. */
export type UnsettledEntryStore = {
  /** By when they are worth a look of their own, soonest first. */
  entriesToLookAt(account: AccountId, most: number): readonly Entry[];
  /** With something that was given up and may be carried out late; removed ones too. */
  lateEntries(account: AccountId, most: number): readonly Entry[];
  /** What Toggl Focus refused, be it the creation or a later change. */
  refusedEntries(account: AccountId, most: number): readonly Entry[];
  /** Of what was given up before this instant, unless a look for it, a change, or a person's answer to a refusal is still to come. */
  forgetLate(before: Instant): void;
  /**
   * Of those that begin in [fromAt, toAt), by start and id, as many as are counted from behind the one
   * given: so many in all that none is read as a whole, and each in its place whatever changes meanwhile.
   */
  idsBetween(
    account: AccountId,
    range: { readonly fromAt: Instant; readonly toAt: Instant },
    part: { readonly after: IdRow | undefined; readonly count: number },
  ): readonly IdRow[];
  /** Those that begin in [fromAt, toAt) and that the server may keep under an id nobody has told. */
  namelessBetween(account: AccountId, fromAt: Instant, toAt: Instant): readonly Entry[];
};
