import { expect, it } from 'vitest';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { stopTimer, workField } from '../../support/main-job/popup.ts';
import { allSent, snapshotOf } from '../../support/electron/popup-steps.ts';
import { rows } from '../../support/review/list.ts';
import { reviewRun, track } from '../../support/review/run.ts';
import { runStint, sharedSession } from '../../support/stint-run.ts';

const session = sharedSession();
const MINUTE = 60_000;

it('lays what was done against what was planned', async () => {
  const { page, api, beganAt, requested, expectConformity } = await reviewRun(session(), []);
  const planned = await api.call('POST', `O/tasks/${TASK_A.id}/time-blocks`, {
    start: new Date(beganAt - 180 * MINUTE).toISOString(),
    duration: 7200,
  });
  const { id } = planned.body as { readonly id: number };
  await api.call('POST', `O/tasks/${TASK_A.id}/time-entries`, {
    type: 'activity',
    start: new Date(beganAt - 170 * MINUTE).toISOString(),
    duration: 2700,
    time_block_id: id,
  });

  await page.getByRole('button', { name: 'Read the plan' }).click();

  await requested('GET', 'O/time-blocks/stream');
  await requested('GET', 'O/time-entries/time-block-ids/stream');
  await page.getByText('Planned 2 h 0 min, done 45 min').waitFor();
  expect((await rows(page)).some((row) => row.includes(TASK_A.name))).toBe(true);
  expectConformity();
});

it('offers what is planned now first, and tracks it for its block', async () => {
  const { page, api, server, beganAt, expectConformity } = await reviewRun(session(), []);
  const planned = await api.call('POST', `O/tasks/${TASK_B.id}/time-blocks`, {
    start: new Date(beganAt - 10 * MINUTE).toISOString(),
    duration: 3600,
  });
  const { id } = planned.body as { readonly id: number };
  await page.keyboard.press('F5');
  await page.getByRole('button', { name: /planned now/ }).waitFor();

  await workField(page).click();
  const first = page.getByRole('option').first();
  expect(await first.innerText()).toContain(TASK_B.name);
  await first.click();
  await stopTimer(page);

  await allSent(page);
  expect(server.entries()).toMatchObject([{ task_id: TASK_B.id, time_block_id: id }]);
  expectConformity();
});

it('shows planned entries apart and never counts them', async () => {
  const { page, api, beganAt } = await reviewRun(session(), []);
  await track(api, { minutesAgo: 60, minutes: 30, taskId: TASK_A.id }, beganAt);
  await api.call('POST', 'O/time-entries', {
    type: 'activity',
    planned_start: new Date(beganAt + 60 * MINUTE).toISOString(),
    planned_duration: 3600,
    description: 'planned for later',
  });

  await page.keyboard.press('F5');

  await page.getByText('Planned 1 h 0 min').click();
  await page.getByText('planned for later').waitFor();
  expect((await rows(page)).filter((row) => row.includes('planned for later'))).toEqual([]);
  expect((await snapshotOf(page)).today.trackedSeconds).toBe(1800);
});

it('takes over a timer that runs in Toggl Focus, asked for once a launch', async () => {
  const { api, app, server, beganAt, expectConformity } = await reviewRun(session(), []);
  const asked = () => server.count('GET', 'O/tracking/current');
  await api.call('POST', 'O/tracking/start', {
    type: 'activity',
    task_id: TASK_A.id,
    description: 'begun on the web',
    start: new Date(beganAt - 5 * MINUTE).toISOString(),
  });
  await app.close();

  const second = await runStint({ session: session(), server, folder: app.folder });
  const again = await second.openPopup();
  await again.getByText('A timer runs in Toggl Focus: Review pull requests').waitFor();
  expect(asked()).toBe(1);
  await again.getByRole('button', { name: 'Take over' }).click();
  await again.getByRole('button', { name: 'Stop timer' }).waitFor();

  expect(server.count('POST', 'O/tracking/stop')).toBe(1);
  expect(server.entries()).toMatchObject([{ description: 'begun on the web' }]);
  expect(server.entries()[0]?.duration).toBeGreaterThanOrEqual(300);
  await again.keyboard.press('Escape');
  await second.openPopup();
  expect(asked()).toBe(1);
  expectConformity();
});
