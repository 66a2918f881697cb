import type { Command, Found, Outcome, Result, Search, Snapshot, SystemView } from '#contract';

/** All that the desktop (tray, popup, IPC) knows of the core. */
export type Stint = {
  snapshot(): Snapshot;
  /** Called with each new snapshot, after the change is on disk. Returns the unsubscribe function. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
  command(command: CoreCommand): Promise<Result<Outcome>>;
  search<S extends Search>(search: S): Result<Found<S>>;
  /** What the popup says of the system that Stint runs on; what is left out stays as it is. */
  system(changed: Partial<SystemView>): void;
  /** Time went on without a change: whether today or the zone is another one, and a new snapshot on its way. */
  lookAtClock(): boolean;
  /** The network may be back (the machine woke, a person looks): what waits for it tries again now. */
  wake(): void;
  /** The popup is out of sight: what was being typed there is put on disk. */
  storeDrafts(): void;
  /** The person quits: what runs is meant to run on, and nothing is asked about the time until the next start. */
  quitAsked(): void;
  dispose(): Promise<void>;
};

/** Commands for the core; the rest of `Command` is about windows and ends in the desktop. */
export type CoreCommand = Exclude<
  Command,
  {
    type: `popup/${string}` | `help/${string}` | `app/${string}` | 'page/failed' | 'link/open';
  }
>;
