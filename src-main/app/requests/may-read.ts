import type { AppError, Result } from '#contract';
import { readError } from '../../domain/account/read-error.ts';
import type { FocusAnswer } from '../../domain/focus-types.ts';
import type { Connection, LiveState } from '../state/connection-and-live-state.ts';
import type { FocusApi } from '../ports/focus-api.ts';
import type { Pauses } from './pauses.ts';
import type { AccountId, Clock } from '../ports/ports.ts';

/** A connection through which something can be asked. */
export type Asking = { readonly id: AccountId; readonly api: FocusApi };

/** What stands before and behind each request that a person asks for. */
export type ReadGuard = {
  /** The connection that can be asked now, or why there is none. */
  asking(): Result<Asking>;
  /** Why no read may be made: the quota is spent, or its rest is kept for writes. */
  readPaused(account: AccountId): AppError | undefined;
  /** Why nothing at all may be sent. */
  writePaused(account: AccountId): AppError | undefined;
  /** Takes note of an answer; what its failure means to the person. */
  readonly note: (account: AccountId, answer: FocusAnswer<unknown>) => AppError | undefined;
  /** The same for a read that delivery would ask again at once: any failure holds it back. */
  readonly noteLookUp: (account: AccountId, answer: FocusAnswer<unknown>) => AppError | undefined;
};

type Ports = {
  readonly clock: Clock;
  readonly live: LiveState;
  readonly pauses: Pauses;
};

export function createReadGuard({ clock, live, pauses }: Ports): ReadGuard {
  function writePaused(account: AccountId): AppError | undefined {
    const resetsAt = pauses.spentUntil(account);
    return resetsAt === undefined ? undefined : { kind: 'quota-spent', resetsAt };
  }
  return {
    asking() {
      const { connection } = live.get();
      return connection?.api === undefined
        ? { ok: false, error: whyNot(connection) }
        : { ok: true, value: { id: connection.id, api: connection.api } };
    },
    writePaused,
    readPaused(account) {
      const resetsAt = pauses.readsPausedUntil(account);
      const kept = resetsAt && ({ kind: 'quota-reserved', resetsAt } as const);
      return writePaused(account) ?? kept;
    },
    note(account, answer) {
      pauses.note(account, answer);
      return answer.ok ? undefined : readError(answer, clock.now());
    },
    noteLookUp(account, answer) {
      pauses.noteRead(account, answer);
      return answer.ok ? undefined : readError(answer, clock.now());
    },
  };
}

function whyNot(connection: Connection | undefined): AppError {
  return { kind: connection?.secret === 'locked' ? 'keychain-locked' : 'not-connected' };
}
