import type { Connection, LiveState } from '../state/connection-and-live-state.ts';
import type { FocusApi } from '../ports/focus-api.ts';
import type { AccountId } from '../ports/ports.ts';

/** What answers say about the key of the account they were given to. */
export type RefusedKey = {
  refused(account: AccountId): void;
  accepted(account: AccountId): void;
  isDoubted(): boolean;
};

/** A new key would end the old one for good: before a person is sent to make it, it is tried twice. */
export function createRefusedKey(live: LiveState, wait: () => void): RefusedKey {
  /** The way in, with its key, that was refused once. */
  let doubted: FocusApi | undefined;
  const mine = (account: AccountId): Connection | undefined => {
    const { connection } = live.get();
    return connection?.id === account ? connection : undefined;
  };
  return {
    refused(account) {
      const connection = mine(account);
      if (connection === undefined) return;
      if (doubted === connection.api) live.set({ connection: { ...connection, keyRefused: true } });
      else wait();
      doubted = connection.api;
    },
    accepted(account) {
      doubted = undefined;
      const connection = mine(account);
      if (connection?.keyRefused !== true) return;
      live.set({ connection: { ...connection, keyRefused: false } });
    },
    isDoubted: () => doubted !== undefined,
  };
}
