import { expect, it } from 'vitest';
import { TASK_A } from '../../support/server/fault-server.ts';
import { allSent } from '../../support/electron/popup-steps.ts';
import { changeOnBothSides, onRow, rowOf } from '../../support/review/list.ts';
import { reviewRun, type Review } from '../../support/review/run.ts';
import { sharedSession } from '../../support/stint-run.ts';

const session = sharedSession();

const ONE = [{ minutesAgo: 120, minutes: 60, taskId: TASK_A.id, description: 'as it was' }];

/** The description is changed here without a network, and there; then the network is back. */
async function changedOnBothSides(): Promise<Review> {
  const review = await reviewRun(session(), ONE);
  await changeOnBothSides(review);
  return review;
}

it('shows how an entry stands in Toggl Focus', async () => {
  const { page, server, api, requested, expectConformity } = await reviewRun(session(), ONE);

  await onRow(page, TASK_A.name, 'i');
  await page.getByText('as it is here').waitFor();
  await requested('GET', 'O/tasks/*/time-entries/*');
  await page.keyboard.press('Escape');

  const id = server.entries()[0]?.id ?? 0;
  await api.call('PATCH', `O/time-entries/${id}`, { description: 'changed there' });
  await onRow(page, TASK_A.name, 'i');
  await rowOf(page, 'changed there').waitFor();
  expectConformity();
});

it('tells a conflict before a change that waited is sent, and sends nothing until it is settled', async () => {
  const { server } = await changedOnBothSides();

  expect(server.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(server.entries()).toMatchObject([{ description: 'theirs', duration: 3000 }]);
});

it('replaces the entry in Toggl Focus by what stands here', async () => {
  const { page, server, requested, expectConformity } = await changedOnBothSides();

  await onRow(page, TASK_A.name, 'k');

  await requested('PUT', 'O/tasks/*/time-entries/*');
  await allSent(page);
  expect(server.entries()).toMatchObject([{ description: 'mine', duration: 3000 }]);
  expectConformity();
});

it('takes what stands in Toggl Focus, and can take that back', async () => {
  const { page, server } = await changedOnBothSides();

  await onRow(page, TASK_A.name, 'j');
  await rowOf(page, 'theirs').waitFor();
  await allSent(page);
  expect(server.requests().filter(({ method }) => method !== 'GET')).toEqual([]);

  await page.keyboard.press('Control+Z');
  await page.getByText('Changed here and in Toggl Focus').waitFor();
  await rowOf(page, 'mine').waitFor();
});
