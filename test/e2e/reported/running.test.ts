import { expect, it } from 'vitest';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import {
  chooseTask,
  describeWork,
  letTimePass,
  ranASecond,
  startTimer,
  stopTimer,
  workField,
} from '../../support/main-job/popup.ts';
import { allSent, nextPressIsMeant, snapshotOf } from '../../support/electron/popup-steps.ts';
import { onRow } from '../../support/review/list.ts';
import { reviewRun } from '../../support/review/run.ts';
import { sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

/** What people reported of the running timer in other apps, done here. */

const session = sharedSession();

// toggldesktop 2529, 1868; track-extension 1171, 2198; track-macos-feedback 49
it('records what was shown when the start was changed, and no stray key ends it', async () => {
  const { page, server } = await reviewRun(session(), []);
  await chooseTask(page, TASK_A.name);
  await startTimer(page);
  await ranASecond(page);
  const { timer: before } = await snapshotOf(page);
  if (before.state !== 'running') throw new Error('no timer runs');

  await page.getByRole('button', { name: /, edit the task$/ }).click();
  const start = page.getByRole('textbox', { name: 'Started at' });
  const stood = await start.inputValue();
  await start.press('Control+A');
  await start.press('`');
  await start.press('Enter');
  expect(await page.getByRole('alert').innerText()).toContain('Write a time');
  await start.press('Escape');
  expect((await snapshotOf(page)).timer).toMatchObject({
    state: 'running',
    startAt: before.startAt,
  });

  await page.getByRole('button', { name: /, edit the task$/ }).click();
  expect(await start.inputValue()).toBe(stood);
  const [hour, minute] = stood.split(':').map(Number);
  await start.fill(`${hour! - 1}:${minute}`);
  await start.press('Tab');
  await start.press('Enter');
  await until(async () => {
    const { timer } = await snapshotOf(page);
    return timer.state === 'running' && timer.startAt < before.startAt;
  }, 'the start has changed');
  const shown = await letTimePass(page);
  expect(shown).toMatch(/^1:0\d:\d\d$/);

  await page.getByRole('button', { name: 'Stop timer' }).click();
  await page.getByRole('button', { name: 'Start timer' }).waitFor();
  await allSent(page);
  const [entry] = server.entries();
  const [hours, minutes, seconds] = shown.split(':').map(Number);
  const lengthShown = hours! * 3600 + minutes! * 60 + seconds!;
  expect(entry!.duration! - lengthShown).toBeGreaterThanOrEqual(0);
  expect(entry!.duration! - lengthShown).toBeLessThan(10);
});

// toggldesktop 2024; solidtime-desktop 88; toggldesktop 4411
it('goes on with an old entry from now, and starts the next with nothing left of it', async () => {
  const { page, server } = await reviewRun(session(), [
    { minutesAgo: 120, minutes: 30, taskId: TASK_A.id, description: 'the former' },
  ]);
  await onRow(page, TASK_A.name, 'c');
  await page.getByRole('button', { name: 'Stop timer' }).waitFor();
  const { timer, at } = await snapshotOf(page);
  if (timer.state !== 'running') throw new Error('no timer runs');
  expect(at - timer.startAt).toBeLessThan(30_000);
  expect(timer.description).toBe('the former');
  await stopTimer(page);

  expect(await workField(page).inputValue()).toBe('');
  await nextPressIsMeant(page);
  await chooseTask(page, TASK_B.name, 'the next');
  await startTimer(page);
  await stopTimer(page);
  await allSent(page);
  const [former, continued, next] = server.entries();
  expect(former).toMatchObject({ duration: 1800 });
  expect(continued).toMatchObject({ task_id: TASK_A.id, description: 'the former' });
  expect(next).toMatchObject({ task_id: TASK_B.id, description: 'the next' });
  expect(
    next!.start_at! - (continued!.start_at! + continued!.duration! * 1000),
  ).toBeGreaterThanOrEqual(0);
});

// toggldesktop 2473; toggldesktop 2185
it('starts what was typed and not what was suggested', async () => {
  const { page, server } = await reviewRun(session(), [
    { minutesAgo: 120, minutes: 30, taskId: TASK_A.id, description: 'review the plan' },
  ]);
  await describeWork(page, 'review');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Stop timer' }).waitFor();
  await stopTimer(page);
  await allSent(page);
  expect(server.entries().at(-1)).toMatchObject({ task_id: null, description: 'review' });
});
