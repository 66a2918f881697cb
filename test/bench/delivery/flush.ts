import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLiveCore } from '../../support/core/live-core.ts';
import { fillStore, FILLED } from './fill-store.ts';
import type { Order, Report, Settings } from './timed-server-messages.ts';

export type FlushFigures = {
  readonly queued: number;
  readonly requests: number;
  readonly entriesAtServer: number;
  readonly totalMs: number;
  readonly serverMs: number;
  /** What is left for Stint, the wire and the disk of both. */
  readonly besideMs: number;
};

const MORNING = Date.parse('2026-11-24T08:00:00Z');
/** As long as Toggl's own: what reads answers looks for it in every text that could hold it. */
const KEY = 'toggl_sk_0123456789abcdef0123456789abcdef';

/** Sends a backlog to the embedded server in a process of its own, from the first look at the file on. */
export async function measureFlush(queued: number): Promise<FlushFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'stint-flush-'));
  const file = join(folder, 'stint.sqlite');
  fillStore(file, { queued, delivered: 0, endAt: MORNING });
  const { organizationId, workspaceId } = FILLED;
  const place = { organizationId, workspaceId };
  const server = startServer({ file: join(folder, 'server.sqlite'), key: KEY, ...place });
  const { baseUrl } = await reportOf(server, 'ready');
  const core = createLiveCore({
    file,
    startAt: MORNING,
    account: { baseUrl, ...place, credential: { kind: 'key', key: KEY } },
  });
  const startedAt = performance.now();
  await core.open();
  const totalMs = performance.now() - startedAt;
  const { waiting } = core.stint().snapshot().sync;
  await core.close();
  const work = reportOf(server, 'work');
  order(server, 'report');
  const { workedMs, requests, entries } = await work;
  const ended = once(server, 'exit');
  order(server, 'end');
  await ended;
  rmSync(folder, { recursive: true });
  if (waiting > 0) throw new Error(`${waiting} entries still wait after the flush`);
  return {
    queued,
    requests,
    entriesAtServer: entries,
    totalMs,
    serverMs: workedMs,
    besideMs: totalMs - workedMs,
  };
}

function startServer(settings: Settings): ChildProcess {
  const script = join(import.meta.dirname, 'timed-server.ts');
  return fork(script, [JSON.stringify(settings)], { execArgv: ['--import', 'tsx'] });
}

function order(server: ChildProcess, what: Order): void {
  server.send(what);
}

async function reportOf<Kind extends Report['kind']>(
  server: ChildProcess,
  kind: Kind,
): Promise<Extract<Report, { readonly kind: Kind }>> {
  const [report] = (await once(server, 'message')) as [Report];
  if (report.kind !== kind) throw new Error(`the server said ${report.kind} instead of ${kind}`);
  return report as Extract<Report, { readonly kind: Kind }>;
}
