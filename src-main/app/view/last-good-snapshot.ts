import type { AppError, Snapshot } from '#contract';
import type { Log } from '../ports/ports.ts';

export type LastGoodSnapshot = {
  /** Never throws, but for the very first one: a start that cannot even read that is one that failed. */
  take(): Snapshot;
  /** What could not be shown is told until then. */
  endTelling(): void;
};

export type SnapshotPorts = {
  /** Reads all of it from the disk; may throw. */
  readonly read: () => Snapshot;
  /** Turns to the view that asks least of the disk; false where it is shown already. */
  readonly showFirst: () => boolean;
  /** What is known of this moment whatever the disk does, laid over an earlier snapshot. */
  readonly known: (last: Snapshot) => Snapshot;
  readonly log: Log;
};

const UNREAD: AppError = { kind: 'view-unread' };

/**
 * Tray and popup draw whatever they are given, and stand still where a snapshot throws. So one that cannot be
 * read is taken once more of the first view, and where that fails too, the last good one goes on being
 * shown; both with a word about it.
 */
export function createLastGoodSnapshot({
  read,
  showFirst,
  known,
  log,
}: SnapshotPorts): LastGoodSnapshot {
  let last: Snapshot | undefined;
  let isTold = false;

  function failed(error: unknown, before: Snapshot): Snapshot {
    log('error', 'snapshot not read', {
      error: error instanceof Error ? error.name : typeof error,
    });
    isTold = true;
    if (!showFirst()) return known(before);
    try {
      return read();
    } catch {
      return known(before);
    }
  }

  return {
    take() {
      try {
        last = read();
      } catch (error) {
        if (last === undefined) throw error;
        last = failed(error, last);
      }
      return isTold ? { ...last, notice: UNREAD } : last;
    },
    endTelling() {
      isTold = false;
    },
  };
}
