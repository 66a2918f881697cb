import type { AccountView, AppError } from '#contract';
import type { TimedPause } from '../../domain/sync/classify-response.ts';
import type { FocusApi } from '../ports/focus-api.ts';
import type { Account, AccountId } from '../ports/ports.ts';

type SecretState = Extract<AccountView, { readonly state: 'connected' }>['secret'];

export type Connection = {
  readonly account: Account;
  readonly id: AccountId;
  readonly secret: SecretState;
  /** Undefined while Stint has no secret: sessions are recorded and wait. */
  readonly api: FocusApi | undefined;
  readonly keyRefused: boolean;
};

/** What this run knows and the disk does not need to. */
export type Live = {
  readonly connection: Connection | undefined;
  readonly pause: TimedPause | undefined;
  readonly notice: AppError | undefined;
};

/** The one place where that is kept; each change is announced. */
export type LiveState = {
  get(): Live;
  set(change: Partial<Live>): void;
};

export function createLiveState(onChange: () => void): LiveState {
  let live: Live = { connection: undefined, pause: undefined, notice: undefined };
  return {
    get: () => live,
    set(change) {
      live = { ...live, ...change };
      onChange();
    },
  };
}

/** Entries are kept under it, so that those of one account never travel to another. */
export function accountId({
  kind,
  otherHost,
  organizationId,
  workspaceId,
}: Pick<Account, 'kind' | 'otherHost' | 'organizationId' | 'workspaceId'>): AccountId {
  const host = kind === 'demo' || otherHost === undefined ? '' : `@${otherHost}`;
  return `${kind}${host}:${organizationId}/${workspaceId}` as AccountId;
}
