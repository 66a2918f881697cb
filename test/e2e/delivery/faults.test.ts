import { describe, expect, it } from 'vitest';
import {
  TASK_A,
  TASK_B,
  type FaultServer,
  type Matches,
} from '../../support/server/fault-server.ts';
import {
  answer,
  applyThenDrop,
  applyThenAnswer,
  dropBeforeApply,
  stall,
} from '../../support/server/faults.ts';
import { chooseTask, startTimer } from '../../support/main-job/popup.ts';
import {
  allSent,
  connected,
  entriesReading,
  noNotice,
  nextPressIsMeant,
  noticeSaying,
  press,
  statusReading,
  timeToStop,
  track,
  type,
} from '../../support/electron/popup-steps.ts';
import { connectedRun, openServer, type StintRun, sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const AT_ONCE_MS = 500;
const CREATE = 'O/tasks/*/time-entries';

const TASK_C = { id: 650_004, name: 'Tidy up feature flags' };
const TASK_D = { id: 650_002, name: 'Support rotation' };

const creates: Matches = ({ method }) => method === 'POST';
const createsOn =
  ({ id }: { readonly id: number }): Matches =>
  ({ method, path }) =>
    method === 'POST' && path === CREATE.replace('*', String(id));
const sent = (server: FaultServer, task: { readonly id: number }) =>
  server.requests().filter(createsOn(task)).length;

const tasksHeld = (server: FaultServer) => server.entries().map((entry) => entry.task_id);

async function trayTells(app: StintRun, words: string): Promise<void> {
  await until(
    async () => (await app.item.properties()).toolTip.includes(words),
    `the tray tells "${words}"`,
  );
}

describe('a session that cannot be sent at once', () => {
  const session = sharedSession();

  it('waits while the server is down, and is delivered once when it is up', async () => {
    const server = await openServer();
    const { app, page } = await connectedRun({ session: session(), server });
    const calm = await app.item.icon();
    await chooseTask(page, TASK_A.name);
    await startTimer(page);
    await server.down();

    expect(await timeToStop(page)).toBeLessThan(AT_ONCE_MS);

    await entriesReading(page, /^Review pull requests, .+ waiting to send$/);
    await trayTells(app, '1 entry waiting');
    expect(calm.equals(await app.item.icon())).toBe(false);
    await nextPressIsMeant(page);
    await app.item.clickMenu(`Start ${TASK_A.name}`);
    await trayTells(app, `${TASK_A.name}, 0 min`);
    await nextPressIsMeant(page);
    await app.item.clickMenu(`Stop ${TASK_A.name}`);
    await trayTells(app, '2 entries waiting');

    await server.up();
    await press(page, 'Refresh');

    await allSent(page);
    await entriesReading(page, / sent$/, / sent$/);
    expect(tasksHeld(server)).toEqual([TASK_A.id, TASK_A.id]);
    await until(async () => calm.equals(await app.item.icon()), 'the icon is calm again');
  });

  it('does not make the person wait for a server that hangs', async () => {
    const server = await openServer();
    const { page } = await connectedRun({ session: session(), server });
    const hanging = stall();
    server.faults.when(creates, hanging.fault);
    await track(page, TASK_A.name);
    await hanging.arrived;
    await entriesReading(page, / sending$/);
    await chooseTask(page, TASK_B.name);
    await startTimer(page);

    expect(await timeToStop(page)).toBeLessThan(AT_ONCE_MS);

    await entriesReading(page, / waiting to send$/, / sending$/);
    hanging.release();
    await allSent(page);
    expect(tasksHeld(server)).toEqual([TASK_A.id, TASK_B.id]);
  });

  it('stands in Toggl Focus exactly once, however its answer was lost', async () => {
    const server = await openServer();
    const { page } = await connectedRun({ session: session(), server });
    const { faults } = server;
    // A connection that has served a request is one on which Chromium would resend by itself.
    await track(page, TASK_D.name);
    await entriesReading(page, / sent$/);
    faults.when(createsOn(TASK_A), applyThenDrop);
    const heal = faults.when(createsOn(TASK_B), dropBeforeApply);
    faults.when(createsOn(TASK_C), applyThenAnswer(503));

    await track(page, TASK_A.name);
    await entriesReading(page, / unclear, checking$/);
    // One after the other: two that wait together would travel in one bulk.
    await track(page, TASK_B.name);
    await until(() => sent(server, TASK_B) > 0, 'the second entry was tried');
    heal();
    await track(page, TASK_C.name);
    await until(() => sent(server, TASK_C) > 0, 'the third entry was tried', 20_000);

    await allSent(page, 45_000);
    expect(tasksHeld(server).sort()).toEqual([TASK_A.id, TASK_D.id, TASK_C.id, TASK_B.id]);
    expect([TASK_A, TASK_B, TASK_C].map((task) => sent(server, task))).toEqual([1, 2, 1]);
  });

  it('waits for a new key when the old one is refused', async () => {
    const server = await openServer();
    const { app, page } = await connectedRun({ session: session(), server });
    const heal = server.faults.when(() => true, answer(401));

    await track(page, TASK_A.name);
    await until(() => server.count('POST', CREATE) === 1, 'the key was refused once');
    await press(page, 'Refresh');

    const notice = await noticeSaying(page, 'Toggl Focus no longer accepts your key.');
    expect(notice).toContain('Connect again with a new one.');
    await entriesReading(page, / waiting to send$/);
    await trayTells(app, 'Toggl Focus refused the key');
    const tried = server.count('POST', CREATE);
    await track(page, TASK_B.name);
    expect(server.count('POST', CREATE)).toBe(tried);

    heal();
    await press(page, 'Connect again');
    await type(page, 'API key', server.account.credential.key);
    await press(page, 'Connect');
    await connected(page);

    await noNotice(page);
    await allSent(page);
    expect(tasksHeld(server)).toEqual([TASK_A.id, TASK_B.id]);
  });

  it('is mended in place when its task is gone', async () => {
    const server = await openServer();
    const { app, page } = await connectedRun({ session: session(), server });
    server.deleteTask(TASK_B.id);

    await track(page, TASK_B.name);
    await entriesReading(page, /refused .*The task is no longer in Toggl Focus\./);
    await trayTells(app, '1 entry refused by Toggl Focus');
    await track(page, TASK_A.name);
    await entriesReading(page, new RegExp(`^${TASK_A.name}`), /refused/);
    await statusReading(page, '1 refused');
    expect(server.count('POST', CREATE)).toBe(2);

    await press(page, `Mend ${TASK_B.name}`);
    const field = page.getByRole('combobox', { name: 'Task of the entry' });
    await field.fill('feature');
    await page.getByRole('option', { name: TASK_C.name }).click();
    await press(page, 'Send again');

    await allSent(page);
    await entriesReading(page, / sent$/, /^Tidy up feature flags, .+ sent$/);
    expect(tasksHeld(server)).toEqual([TASK_A.id, TASK_C.id]);
  });
});
