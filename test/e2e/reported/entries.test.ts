import { expect, it } from 'vitest';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { allSent, press } from '../../support/electron/popup-steps.ts';
import { fillAndConfirm, onRow, rows } from '../../support/review/list.ts';
import { reviewRun } from '../../support/review/run.ts';
import { sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

/** What people reported of finished entries in other apps, done here. */

const session = sharedSession();
const description = 'Description of the entry';

// toggldesktop 4879
it('leaves every other entry as it is when one is changed', async () => {
  const { page, server } = await reviewRun(session(), [
    { minutesAgo: 120, minutes: 5, taskId: TASK_A.id },
    { minutesAgo: 100, minutes: 10, taskId: TASK_A.id, description: 'something' },
  ]);
  const before = server.entries();
  await onRow(page, '0:05', 'Enter');
  await fillAndConfirm(page, description, 'something else');
  await until(() => server.entries()[0]?.description === 'something else', 'the change arrives');
  await allSent(page);
  expect(server.entries()[1]).toEqual(before[1]);
  expect(server.entries()[0]).toMatchObject({ start_at: before[0]!.start_at, duration: 300 });
});

// solidtime 1031
it('makes a whole hour of two whole hours that were typed', async () => {
  const { page, server, beganAt } = await reviewRun(session(), []);
  await page.keyboard.press('Control+N');
  await page.getByRole('textbox', { name: description }).fill('a call');
  await page.getByRole('textbox', { name: 'Start', exact: true }).fill('9:00');
  await fillAndConfirm(page, 'End', '10:00');
  await until(() => server.entries().length === 1, 'the entry arrives');
  expect(server.entries()[0]).toMatchObject({ duration: 3600 });
  expect((beganAt - server.entries()[0]!.start_at!) % 60_000).toBe(0);
});

// kimai 1959; toggldesktop 2389
it('moves no end of an entry with seconds when its words alone are changed', async () => {
  const { page, api, server, beganAt } = await reviewRun(session(), []);
  await api.call('POST', `O/tasks/${TASK_B.id}/time-entries`, {
    type: 'activity',
    start: new Date(beganAt - 3_600_000 + 40_000).toISOString(),
    duration: 1770,
    description: 'odd seconds',
  });
  await press(page, 'Refresh');
  await until(
    async () => (await rows(page)).some((row) => row.includes('odd seconds')),
    'it is read',
  );
  const [before] = server.entries();
  await onRow(page, 'odd seconds', 'Enter');
  await fillAndConfirm(page, description, 'still odd');
  await until(() => server.entries()[0]?.description === 'still odd', 'the change arrives');
  expect(server.entries()[0]).toMatchObject({
    start_at: before!.start_at,
    duration: before!.duration,
  });
});

// toggldesktop 3542
it('keeps an edit and a delete over a refresh that runs at the same time', async () => {
  const { page, server } = await reviewRun(session(), [
    { minutesAgo: 120, minutes: 5, taskId: TASK_A.id, description: 'to be changed' },
    { minutesAgo: 100, minutes: 10, taskId: TASK_B.id, description: 'to be deleted' },
  ]);
  const states: string[] = [];
  await page.exposeFunction('noteRows', (text: string) => void states.push(text));
  await page.evaluate(() => {
    const grid = document.querySelector('[role=grid]')!;
    const { noteRows: note } = globalThis as unknown as { noteRows: (text: string) => void };
    new MutationObserver(() => note(grid.textContent)).observe(grid, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  await onRow(page, 'to be deleted', 'Delete');
  await press(page, 'Refresh');
  await onRow(page, 'to be changed', 'Enter');
  await fillAndConfirm(page, description, 'changed');
  await press(page, 'Refresh');
  await until(() => server.entries()[0]?.description === 'changed', 'the change arrives');
  await until(() => server.entries()[1]?.deleted_at !== null, 'the delete arrives');
  await press(page, 'Refresh');
  await allSent(page);
  const list = (await rows(page)).join();
  expect(list).toContain('changed');
  expect(list).not.toContain('to be');
  const firstGone = states.findIndex((text) => !text.includes('to be deleted'));
  expect(states.slice(firstGone).filter((text) => text.includes('to be deleted'))).toEqual([]);
});

// toggldesktop 1453
it('shows an entry of more than a day, and works with it', async () => {
  const { page, server } = await reviewRun(session(), [
    { minutesAgo: 35 * 60, minutes: 34 * 60, taskId: TASK_A.id, description: 'forgotten' },
  ]);
  await onRow(page, 'forgotten', 'Enter');
  await fillAndConfirm(page, 'Length', '1:00');
  await until(() => server.entries()[0]?.duration === 3600, 'the change arrives');
});
