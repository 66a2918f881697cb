import type { Command, Found, Outcome, Result, Search, Snapshot, StintBridge } from '#contract';
import { createContext } from 'svelte';
import type { Hours } from './words/time.ts';

/** The popup's side of the bridge: what main last said, and the ways to ask it something. */
export type Popup = {
  /** Undefined until main's first push. */
  readonly snapshot: Snapshot | undefined;
  /** How times of day are written; with 24 hours until main says so. */
  readonly hours: Hours;
  readonly send: (command: Command) => Promise<Result<Outcome>>;
  readonly search: <S extends Search>(search: S) => Promise<Result<Found<S>>>;
  readonly dispose: () => void;
};

export const [getPopup, setPopup] = createContext<Popup>();

// Main answers with a Result; it rejects only a message that it takes for no command of Stint's.
const notUnderstood = { ok: false, error: { kind: 'malformed-command' } } as const;

export function createPopup(bridge: StintBridge): Popup {
  let snapshot = $state.raw<Snapshot>();
  const dispose = bridge.onSnapshot((next) => {
    snapshot = next;
  });
  return {
    get snapshot() {
      return snapshot;
    },
    get hours() {
      return snapshot?.settings.hours ?? '24h';
    },
    send: (command) => bridge.command(command).catch(() => notUnderstood),
    search: (search) => bridge.search(search).catch(() => notUnderstood),
    dispose,
  };
}
