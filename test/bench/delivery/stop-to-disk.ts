import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { createLiveCore } from '../../support/core/live-core.ts';
import { fillStore, FILLED } from './fill-store.ts';
import { percentilesOf, type Percentiles } from './percentiles.ts';
import { unreachable } from './sink.ts';

export type StopFigures = {
  readonly queued: number;
  readonly delivered: number;
  /** From the command until its commit is on disk. Milliseconds. */
  readonly onDisk: Percentiles;
  /** Until it is answered: snapshots and a look at the outbox come in between. */
  readonly answered: Percentiles;
  /** A commit of one small row on the same disk, by itself. */
  readonly bareCommit: Percentiles;
};

const STOPS = 300;
const MORNING = Date.parse('2026-11-24T08:00:00Z');
const SESSION_MS = 60_000;

/** Stops a session again and again in a store of a long life, while its server cannot be reached. */
export async function measureStops(queued: number, delivered: number): Promise<StopFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'stint-stops-'));
  const file = join(folder, 'stint.sqlite');
  fillStore(file, { queued, delivered, endAt: MORNING });
  const { organizationId, workspaceId } = FILLED;
  let commits: readonly number[] = [];
  const core = createLiveCore({
    file,
    startAt: MORNING,
    account: {
      baseUrl: 'http://unreachable.test/api',
      organizationId,
      workspaceId,
      credential: { kind: 'key', key: 'toggl_sk_bench' },
    },
    connectFocus: () => unreachable,
    onCommit() {
      commits = [...commits, performance.now()];
    },
  });
  await core.open();
  // As in the app, somebody draws every snapshot.
  core.stint().onSnapshot(() => undefined);
  const onDisk: number[] = [];
  const answered: number[] = [];
  for (let index = 0; index < STOPS; index += 1) {
    await core.command({ type: 'timer/start', description: `session ${index}` });
    await core.passUntil(MORNING + (index + 1) * SESSION_MS);
    commits = [];
    const startedAt = performance.now();
    const result = await core.stint().command({ type: 'timer/stop' });
    answered.push(performance.now() - startedAt);
    onDisk.push((commits[0] ?? Infinity) - startedAt);
    if (!result.ok) throw new Error(`the stop was refused: ${result.error.kind}`);
    await core.rest();
  }
  await core.close();
  const bareCommit = measureBareCommits(join(folder, 'bare.sqlite'));
  rmSync(folder, { recursive: true });
  return {
    queued,
    delivered,
    onDisk: percentilesOf(onDisk),
    answered: percentilesOf(answered),
    bareCommit,
  };
}

function measureBareCommits(file: string): Percentiles {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE one (n INTEGER)');
  const insert = db.prepare('INSERT INTO one VALUES (1)');
  const times = Array.from({ length: STOPS }, () => {
    const startedAt = performance.now();
    insert.run();
    return performance.now() - startedAt;
  });
  db.close();
  return percentilesOf(times);
}
