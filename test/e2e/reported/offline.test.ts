import { expect, it } from 'vitest';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { chooseTask, startTimer, stopTimer } from '../../support/main-job/popup.ts';
import { allSent, press, snapshotOf, statusReading } from '../../support/electron/popup-steps.ts';
import { fillAndConfirm, onRow, rows } from '../../support/review/list.ts';
import { reviewRun } from '../../support/review/run.ts';
import { sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

/** What people reported of other apps that had lost the network or their window, done here. */

const session = sharedSession();

// toggldesktop 3399, 3397, 1335; mobileapp 4817
it('sends a session that ended offline once, with the end that it had', async () => {
  const { page, server } = await reviewRun(session(), []);
  await chooseTask(page, TASK_A.name);
  await startTimer(page);
  await server.down();
  await stopTimer(page);
  await statusReading(page, '1 waiting');
  const [shown] = (await snapshotOf(page)).today.entries;
  await server.up();
  await press(page, 'Refresh');
  await allSent(page);
  expect(server.entries()).toMatchObject([
    { task_id: TASK_A.id, start_at: shown!.startAt, duration: shown!.seconds },
  ]);
});

// mobile 1513, 1528
it('sends nothing of an entry that was added and deleted offline', async () => {
  const { page, server } = await reviewRun(session(), [
    { minutesAgo: 120, minutes: 30, taskId: TASK_B.id, description: 'stays' },
  ]);
  await server.down();
  await page.keyboard.press('Control+N');
  await page.getByRole('textbox', { name: 'Description of the entry' }).fill('a mistake');
  await fillAndConfirm(page, 'Length', '10');
  await until(async () => (await rows(page)).join().includes('a mistake'), 'the entry is listed');
  await onRow(page, 'a mistake', 'Delete');
  await server.up();
  server.forgetRequests();
  await press(page, 'Refresh');
  await allSent(page);
  expect(server.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(server.entries()).toMatchObject([{ description: 'stays', deleted_at: null }]);
});

// super-productivity 887; ever-gauzy 4317
it('goes on while its window is closed, and has it back as it was', async () => {
  const { app, page } = await reviewRun(session(), []);
  await chooseTask(page, TASK_A.name);
  await startTimer(page);
  const { timer } = await snapshotOf(page);
  await page.keyboard.press('Escape');
  await app.item.activate();
  const again = await app.page();
  expect((await snapshotOf(again)).timer).toMatchObject({ ...timer });
});
