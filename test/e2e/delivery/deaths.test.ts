import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { TASK_A, type FaultServer } from '../../support/server/fault-server.ts';
import { stall, type Fault } from '../../support/server/faults.ts';
import { chooseTask, letTimePass, startTimer, stopTimer } from '../../support/main-job/popup.ts';
import {
  allSent,
  entriesOf,
  entriesReading,
  press,
  snapshotOf,
  track,
} from '../../support/electron/popup-steps.ts';
import { connectedRun, openServer, runStint, sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

async function runningSince(page: Page): Promise<number> {
  const { timer } = await snapshotOf(page);
  if (timer.state !== 'running') throw new Error('no timer is running');
  return timer.startAt;
}

describe('an app that is killed', () => {
  const session = sharedSession();

  async function nextRun(server: FaultServer, folder: string) {
    const app = await runStint({ session: session(), server, folder });
    return { app, page: await app.openPopup() };
  }

  it('keeps a running timer, to the second', async () => {
    const server = await openServer();
    const { app, page } = await connectedRun({ session: session(), server });
    await chooseTask(page, TASK_A.name);
    await startTimer(page);
    const startAt = await runningSince(page);
    await app.kill9();

    const next = await nextRun(server, app.folder);
    expect(await runningSince(next.page)).toBe(startAt);
    await letTimePass(next.page);
    const beforeStop = Date.now();
    await stopTimer(next.page);
    const afterStop = Date.now();
    await allSent(next.page);

    expect(server.entries()).toHaveLength(1);
    const [entry] = server.entries();
    expect(entry).toMatchObject({ task_id: TASK_A.id, start_at: startAt });
    const seconds = entry?.duration ?? 0;
    expect(seconds).toBeGreaterThanOrEqual(Math.floor((beforeStop - startAt) / 1000));
    expect(seconds).toBeLessThanOrEqual(Math.floor((afterStop - startAt) / 1000));
  });

  it('keeps what waited to be sent, and sends it once', async () => {
    const server = await openServer();
    const { app, page } = await connectedRun({ session: session(), server });
    await server.down();
    await track(page, TASK_A.name);
    await entriesReading(page, / waiting to send$/);
    const listed = await entriesOf(page);
    await app.kill9();

    const next = await nextRun(server, app.folder);
    expect(await entriesOf(next.page)).toEqual(listed);
    await server.up();
    await press(next.page, 'Refresh');

    await allSent(next.page);
    await entriesReading(next.page, / sent$/);
    expect(server.entries()).toHaveLength(1);
  });

  it('finds out what became of what it was sending', async () => {
    /** Killed when the request hangs in the fault; the next run has begun to look into it. */
    async function killedWhileSending(fault: Fault) {
      const server = await openServer();
      const { app, page } = await connectedRun({ session: session(), server });
      const heal = server.faults.when(({ method }) => method === 'POST', fault);
      await track(page, TASK_A.name);
      await until(() => server.count('POST', 'O/tasks/*/time-entries') === 1, 'the request hangs');
      await app.kill9();
      heal();
      const next = await nextRun(server, app.folder);
      await entriesReading(next.page, / unclear, checking$/);
      return { server, page: next.page };
    }
    const lost = await killedWhileSending(stall().fault);
    const applied = await killedWhileSending(({ apply }) => void apply());

    // As long as a request may take, and the server after it.
    await Promise.all([allSent(lost.page, 60_000), allSent(applied.page, 60_000)]);

    for (const { server, page } of [lost, applied]) {
      await entriesReading(page, / sent$/);
      expect(await entriesOf(page)).toHaveLength(1);
      expect(server.entries()).toHaveLength(1);
    }
    expect(lost.server.count('POST', 'O/tasks/*/time-entries')).toBe(2);
    expect(applied.server.count('POST', 'O/tasks/*/time-entries')).toBe(1);
  }, 120_000);
});
