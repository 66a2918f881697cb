import type { Store } from '../../src-main/app/ports/ports.ts';
import type { Orders, WriteHook } from './protocol.ts';

/** The store, with places to stand still in. */
export function withHooks(
  store: Store,
  { hang, onHanging }: { readonly hang: Orders['hang']; readonly onHanging: () => void },
): Store {
  let count = 0;
  function reach(place: WriteHook): void {
    if (hang?.at !== place || hang.transaction !== count) return;
    onHanging();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
  let depth = 0;
  return {
    ...store,
    transaction(work) {
      if (depth > 0) return store.transaction(work);
      count += 1;
      reach('before write');
      depth = 1;
      try {
        const result = store.transaction(() => {
          const value = work();
          reach('inside write');
          return value;
        });
        reach('after write');
        return result;
      } finally {
        depth = 0;
      }
    },
  };
}
