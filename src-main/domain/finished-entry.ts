import type { Values } from './entry.ts';
import type { FocusEntry } from './focus-types.ts';

/** An entry of the server that is over: it has a start and a length, and is not deleted. */
export type Finished = FocusEntry & Pick<Values, 'startAt' | 'seconds'>;

export function isFinished(entry: FocusEntry): entry is Finished {
  return (
    entry.startAt !== undefined && entry.seconds !== undefined && entry.deletedAt === undefined
  );
}
