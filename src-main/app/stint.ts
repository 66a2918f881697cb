import type { Command, Found, Outcome, Result, Search, Snapshot } from '#contract';

/** All that the desktop (tray, popup, IPC) knows of the core. */
export type Stint = {
  snapshot(): Snapshot;
  /** Called with each new snapshot, after the change is on disk. Returns the unsubscribe function. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
  command(command: CoreCommand): Promise<Result<Outcome>>;
  search<S extends Search>(search: S): Result<Found<S>>;
  /** The network may be back (the machine woke, a person looks): what waits for it tries again now. */
  wake(): void;
  dispose(): Promise<void>;
};

/** Commands for the core; the rest of `Command` is about windows and ends in the desktop. */
export type CoreCommand = Exclude<
  Command,
  { type: 'popup/ready' | 'popup/close' | 'link/open' | 'app/quit' }
>;
