import type { Command } from './command.ts';
import type { Outcome, Result } from './result.ts';
import type { Found, Search } from './search.ts';
import type { Snapshot } from './snapshot.ts';

/** The four ways between popup and main; there is no fifth. */
export const CHANNEL = {
  command: 'stint:command',
  search: 'stint:search',
  snapshot: 'stint:snapshot',
  shown: 'stint:shown',
} as const;

/** What the preload script puts on `window.stint`. */
export type StintBridge = {
  readonly command: (command: Command) => Promise<Result<Outcome>>;
  readonly search: <S extends Search>(search: S) => Promise<Result<Found<S>>>;
  /** Calls back at once with what main has said already, and with every snapshot from now on; returns the unsubscribe function. */
  readonly onSnapshot: (listener: (snapshot: Snapshot) => void) => () => void;
  /** Calls back at once with what main has said already, and each time that the window is shown (true) or hidden (false); returns the unsubscribe function. */
  readonly onShown: (listener: (shown: boolean) => void) => () => void;
};
