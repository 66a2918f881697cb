import type { AppError, Result } from '#contract';
import { readError } from '../domain/connect-error.ts';
import type { FocusAnswer } from '../domain/focus.ts';
import { spentUntil } from '../domain/quota.ts';
import type { Connection, LiveState } from './connection.ts';
import type { FocusApi } from './focus-api.ts';
import type { Holds } from './holds.ts';
import type { AccountId, Clock, Store } from './ports.ts';

/** A connection through which something can be asked. */
export type Asking = { readonly id: AccountId; readonly api: FocusApi };

/** What stands before and behind each request that a person asks for. */
export type ReadGuard = {
  /** The connection that can be asked now, or why there is none. */
  asking(): Result<Asking>;
  /** Why no read may be made: the quota is spent, or its rest is kept for writes. */
  readHeld(account: AccountId): AppError | undefined;
  /** Why nothing at all may be sent. */
  writeHeld(account: AccountId): AppError | undefined;
  /** Takes note of an answer; what its failure means to the person. */
  readonly note: (account: AccountId, answer: FocusAnswer<unknown>) => AppError | undefined;
  /** The same for a read that delivery would ask again at once: any failure holds it back. */
  readonly noteLookUp: (account: AccountId, answer: FocusAnswer<unknown>) => AppError | undefined;
};

type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly live: LiveState;
  readonly holds: Holds;
};

export function createReadGuard({ store, clock, live, holds }: Ports): ReadGuard {
  function writeHeld(account: AccountId): AppError | undefined {
    const resetsAt = spentUntil(store.quota(account), clock.now());
    return resetsAt === undefined ? undefined : { kind: 'quota-spent', resetsAt };
  }
  return {
    asking() {
      const { connection } = live.get();
      return connection?.api === undefined
        ? { ok: false, error: whyNot(connection) }
        : { ok: true, value: { id: connection.id, api: connection.api } };
    },
    writeHeld,
    readHeld(account) {
      const resetsAt = holds.readsHeldUntil(account);
      const kept = resetsAt && ({ kind: 'quota-reserved', resetsAt } as const);
      return writeHeld(account) ?? kept;
    },
    note(account, answer) {
      holds.note(account, answer);
      return answer.ok ? undefined : readError(answer, clock.now());
    },
    noteLookUp(account, answer) {
      holds.noteRead(account, answer);
      return answer.ok ? undefined : readError(answer, clock.now());
    },
  };
}

function whyNot(connection: Connection | undefined): AppError {
  return { kind: connection?.secret === 'locked' ? 'keychain-locked' : 'not-connected' };
}
