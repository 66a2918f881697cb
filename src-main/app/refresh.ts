import type { AppError } from '#contract';
import type { LiveState } from './connection.ts';
import type { Delivery } from './delivery.ts';
import type { Lane } from './lane.ts';
import type { Reader } from './reader.ts';

type Parts = {
  readonly live: LiveState;
  readonly lane: Lane;
  readonly reader: Reader;
  readonly delivery: Delivery;
};

/** Reads one after the other, behind what waits to be sent; the first failure ends it. */
export function createRefresh({
  live,
  lane,
  reader,
  delivery,
}: Parts): (...reads: readonly ('readTasks' | 'readToday')[]) => Promise<AppError | undefined> {
  return async (...reads) => {
    delivery.wake();
    const failed = await lane.run(async () => {
      for (const read of reads) {
        const { connection } = live.get();
        if (connection?.api === undefined) return { kind: 'not-connected' } as const;
        const error = await reader[read]({ id: connection.id, api: connection.api });
        if (error !== undefined) return error;
      }
      return undefined;
    });
    delivery.wake();
    return failed;
  };
}
