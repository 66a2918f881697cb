import type { Timers } from '../../app/ports/ports.ts';
import { readKeychainFailure } from './locked-or-unavailable.ts';

type Failure = 'locked' | 'unavailable';

/** Whether the caller still waits for the answer. */
export type IsAwaited = () => boolean;

export type InTurn = <T>(
  work: (isAwaited: IsAwaited) => Promise<T>,
  failed: (failure: Failure) => T,
) => Promise<T>;

/**
 * Runs calls to the keychain one after another, so that prompts never pile up and a late write
 * cannot pass a newer one. A caller waits no longer than `limitMs` and is then told "locked"; the
 * call to the system cannot be taken back, so whatever comes next still waits for it.
 */
export function createOneAtATime(timers: Timers, limitMs: number): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work, failed) => {
    let givenUp = false;
    const turn = last.then(() => (givenUp ? failed('locked') : work(() => !givenUp)));
    const settled = turn.catch((thrown: unknown) => failed(readKeychainFailure(thrown)));
    last = settled;
    return new Promise((resolve) => {
      const cancel = timers.after(limitMs, () => {
        givenUp = true;
        resolve(failed('locked'));
      });
      void settled.then((value) => {
        cancel();
        resolve(value);
      });
    });
  };
}
