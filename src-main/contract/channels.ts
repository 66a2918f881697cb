import type { Command, Search } from './command.ts';
import type { Result } from './result.ts';
import type { Snapshot, TaskView } from './snapshot.ts';

/** The three ways between popup and main; there is no fourth. */
export const CHANNEL = {
  command: 'stint:command',
  search: 'stint:search',
  snapshot: 'stint:snapshot',
} as const;

/** What the preload script puts on `window.stint`. */
export type StintBridge = {
  readonly command: (command: Command) => Promise<Result<undefined>>;
  readonly search: (search: Search) => Promise<Result<readonly TaskView[]>>;
  /** Calls back with every snapshot from now on; returns the unsubscribe function. */
  readonly onSnapshot: (listener: (snapshot: Snapshot) => void) => () => void;
};
