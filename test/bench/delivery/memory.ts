import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FocusApi } from '../../../src-main/app/ports/focus-api.ts';
import { createLiveCore } from '../../support/core/live-core.ts';
import { fillStore, FILLED } from './fill-store.ts';
import { createSink, unreachable } from './sink.ts';

export type MemoryFigures = {
  readonly queued: number;
  /** Megabytes of heap after a collection, while the server cannot be reached. */
  readonly waiting: number;
  /** The most while a batch is under way. */
  readonly sending: number;
};

const MORNING = Date.parse('2026-11-24T08:00:00Z');

/** Needs `node --expose-gc`. */
export async function measureMemory(queued: number): Promise<MemoryFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'stint-memory-'));
  const file = join(folder, 'stint.sqlite');
  fillStore(file, { queued, delivered: 0, endAt: MORNING });
  const waiting = await openWith(file, unreachable, heap);
  let most = 0;
  const sink = createSink(() => {
    most = Math.max(most, heap());
  });
  const left = await openWith(file, sink, (left) => left);
  rmSync(folder, { recursive: true });
  if (left > 0) throw new Error(`${left} entries still wait after the flush`);
  return { queued, waiting, sending: most };
}

/** What `measure` says at rest; it gets the number of entries that wait. */
async function openWith(
  file: string,
  api: FocusApi,
  measure: (waiting: number) => number,
): Promise<number> {
  const { organizationId, workspaceId } = FILLED;
  const core = createLiveCore({
    file,
    startAt: MORNING,
    account: {
      baseUrl: 'http://nowhere.test/api',
      organizationId,
      workspaceId,
      credential: { kind: 'key', key: 'toggl_sk_bench' },
    },
    connectFocus: () => api,
  });
  await core.open();
  const measured = measure(core.stint().snapshot().sync.waiting);
  await core.close();
  return measured;
}

function heap(): number {
  if (globalThis.gc === undefined) throw new Error('start node with --expose-gc');
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1_000_000;
}
