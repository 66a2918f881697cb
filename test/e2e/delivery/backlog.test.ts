import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import type { Command, StintBridge } from '#contract';
import { projectRoot } from '../../support/electron/electron-app.ts';
import { TASK_A, TASK_B, type FaultServer } from '../../support/server/fault-server.ts';
import { syncStatus } from '../../support/main-job/popup.ts';
import { allSent, entriesOf, snapshotOf, track } from '../../support/electron/popup-steps.ts';
import { connectedRun, openServer, sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();
const SESSIONS = 10;

/** What the popup would send. */
async function send(page: Page, command: Command): Promise<void> {
  const result = await page.evaluate((wanted) => {
    const { stint } = globalThis as unknown as { readonly stint: StintBridge };
    return stint.command(wanted);
  }, command);
  expect(result).toEqual({ ok: true, value: undefined });
}

const statusBegins = (page: Page, words: string) =>
  until(async () => (await syncStatus(page)).startsWith(words), `the status says "${words}"`);

const shown = async () => (await session().screen.windows()).some(({ title }) => title === 'Stint');

function picture(page: Page, name: string): Promise<unknown> {
  const folder = join(projectRoot, 'test-results');
  mkdirSync(folder, { recursive: true });
  return page.screenshot({ path: join(folder, `backlog-${name}.png`) });
}

const writes = (server: FaultServer) =>
  server
    .requests()
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`);
const reads = (server: FaultServer) => server.requests().filter(({ method }) => method === 'GET');

it('brings a day without the server into Toggl Focus by one bulk request', async () => {
  const server = await openServer();
  const { app, page } = await connectedRun({ session: session(), server });
  server.forgetRequests();
  await server.down();

  for (let round = 0; round < SESSIONS; round += 1) await track(page, TASK_A.name);
  await statusBegins(page, `${SESSIONS} waiting`);
  await picture(page, 'unplugged');

  const [last, first] = (await snapshotOf(page)).today.entries;
  await send(page, { type: 'entry/edit', entryId: last!.id, taskId: TASK_B.id, seconds: 40 });
  await send(page, { type: 'entries/delete', entryIds: [first!.id] });
  await statusBegins(page, `${SESSIONS - 1} waiting`);
  expect((await entriesOf(page))[0]).toMatch(
    new RegExp(`${TASK_B.name}, .* (40 s|0:01), waiting to send`),
  );
  await picture(page, 'edited');

  await server.up();
  // A person who looks again is reason enough to try the network anew.
  await page.keyboard.press('Escape');
  await until(async () => !(await shown()), 'the popup is hidden');
  await app.openPopup();
  await allSent(page, 20_000);
  await picture(page, 'plugged-in');

  expect(writes(server)).toEqual(['POST O/time-entries/bulk']);
  expect(reads(server).length).toBeLessThanOrEqual(1);
  const held = server.entries();
  expect(held).toHaveLength(SESSIONS - 1);
  expect(held.filter((entry) => entry.task_id === TASK_B.id)).toMatchObject([{ duration: 40 }]);
  expect(await entriesOf(page)).toHaveLength(SESSIONS - 1);
  const starts = (await snapshotOf(page)).today.entries.map(({ startAt }) => startAt);
  expect(held.map((entry) => entry.start_at)).toEqual(starts.toReversed());
});
