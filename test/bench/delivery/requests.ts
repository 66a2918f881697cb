import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFaultServer, TASK_A } from '../../support/server/fault-server.ts';
import { applyThenDrop } from '../../support/server/faults.ts';
import { createLiveCore } from '../../support/core/live-core.ts';
import { fillStore } from './fill-store.ts';

export type RequestFigures = {
  readonly what: string;
  readonly writes: number;
  readonly reads: number;
  readonly mostWrites: number;
  readonly mostReads: number;
};

type Case = {
  readonly what: string;
  /** 0: one session, tracked online. */
  readonly queued: number;
  readonly answerLost: boolean;
};

const BULK = 1_000;
const MORNING = Date.parse('2026-11-24T08:00:00Z');
const MINUTE = 60_000;
const HOUR = 3_600_000;

const CASES: readonly Case[] = [
  { what: 'one session online', queued: 0, answerLost: false },
  { what: 'one session, its answer lost', queued: 0, answerLost: true },
  ...[2, 1_000, 2_500, 10_000].map((queued) => ({
    what: `backlog of ${queued}`,
    queued,
    answerLost: false,
  })),
  { what: 'backlog of 1000, its answer lost', queued: 1_000, answerLost: true },
];

/** Requests that reach the embedded server through the real client, within an hour. */
export async function countRequests(): Promise<readonly RequestFigures[]> {
  const figures: RequestFigures[] = [];
  for (const one of CASES) figures.push(await count(one));
  return figures;
}

async function count({ what, queued, answerLost }: Case): Promise<RequestFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'stint-requests-'));
  const file = join(folder, 'stint.sqlite');
  const server = await createFaultServer({ now: () => MORNING });
  const core = createLiveCore({ file, startAt: MORNING, account: server.account });
  if (queued > 0) fillStore(file, { queued, delivered: 0, endAt: MORNING });
  if (queued > 0 && answerLost) server.faults.next(applyThenDrop);
  await core.open();
  if (queued === 0) {
    await core.connect();
    server.forgetRequests();
    if (answerLost) server.faults.next(applyThenDrop);
    await core.command({ type: 'timer/start', taskId: TASK_A.id });
    await core.passUntil(MORNING + MINUTE);
    await core.command({ type: 'timer/stop' });
  }
  await core.passUntil(MORNING + HOUR);
  const reads = server.requests().filter(({ method }) => method === 'GET').length;
  const held = server.entries().length;
  const writes = server.requests().length - reads;
  await core.close();
  await server.stop();
  rmSync(folder, { recursive: true });
  if (held !== Math.max(1, queued)) throw new Error(`${what}: ${held} entries at the server`);
  return {
    what,
    writes,
    reads,
    mostWrites: Math.max(1, Math.ceil(queued / BULK)),
    mostReads: queued > 1 || answerLost ? 1 : 0,
  };
}
