import { isDeepStrictEqual } from 'node:util';
import type { Snapshot } from '#contract';

export type Pushes = {
  readonly push: (snapshot: Snapshot) => void;
  /** As `push`, unless the page knows all of it but the moment at which it was taken. */
  readonly refresh: (snapshot: Snapshot) => void;
};

/** A page that is told what it knows draws itself anew for nothing, and a person who opens it waits for that. */
export function createPushes(send: (snapshot: Snapshot) => void): Pushes {
  let known: Snapshot | undefined;
  function push(snapshot: Snapshot): void {
    known = snapshot;
    send(snapshot);
  }
  return {
    push,
    refresh(snapshot) {
      if (known === undefined || !saysTheSame(snapshot, known)) push(snapshot);
    },
  };
}

function saysTheSame(one: Snapshot, other: Snapshot): boolean {
  // What is being typed the page has told itself.
  const { at, draft } = one;
  return one.revision === other.revision && isDeepStrictEqual(one, { ...other, at, draft });
}
