import { expect, it } from 'vitest';
import { TASK_A } from '../support/fault-server.ts';
import { allSent } from '../support/popup-steps.ts';
import { fillAndConfirm, onRow, rowOf } from '../support/review/list.ts';
import { reviewRun, type Review } from '../support/review/run.ts';
import { sharedSession } from '../support/stint-run.ts';

const session = sharedSession();

const ONE = [{ minutesAgo: 120, minutes: 60, taskId: TASK_A.id, description: 'as it was' }];

/** The description is changed here while nothing can be sent, and then there. */
async function changedOnBothSides(): Promise<Review> {
  const review = await reviewRun(session(), ONE);
  const { page, server, api } = review;
  await server.down();
  await onRow(page, TASK_A.name, 'Enter');
  await fillAndConfirm(page, 'Description of the entry', 'mine');
  await page.getByText('1 waiting').waitFor();
  await server.up();
  const [{ id }] = server.entries() as [{ id: number }];
  // As on the web: past the app, but into the same account.
  await api.call('PATCH', `O/time-entries/${id}`, { description: 'theirs', duration: 3000 });
  server.forgetRequests();
  return review;
}

it('shows how an entry stands in Toggl Focus', async () => {
  const { page, server, api, requested, expectConformity } = await reviewRun(session(), ONE);

  await onRow(page, TASK_A.name, 'i');
  await page.getByText('as it is here').waitFor();
  await requested('GET', 'O/tasks/*/time-entries/*');
  await page.keyboard.press('Escape');

  const [{ id }] = server.entries() as [{ id: number }];
  await api.call('PATCH', `O/time-entries/${id}`, { description: 'changed there' });
  await onRow(page, TASK_A.name, 'i');
  await rowOf(page, 'changed there').waitFor();
  expectConformity();
});

it('tells a conflict found by a look at the entry, and sends nothing before it is settled', async () => {
  const { page, server } = await changedOnBothSides();

  await onRow(page, TASK_A.name, 'i');

  await page.getByText('Changed here and in Toggl Focus').waitFor();
  expect(server.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(server.entries()).toMatchObject([{ description: 'theirs', duration: 3000 }]);
});

it('replaces the entry in Toggl Focus by what stands here', async () => {
  const { page, server, requested, expectConformity } = await changedOnBothSides();
  await onRow(page, TASK_A.name, 'i');
  await page.getByText('Changed here and in Toggl Focus').waitFor();
  await page.keyboard.press('Escape');

  await onRow(page, TASK_A.name, 'k');

  await requested('PUT', 'O/tasks/*/time-entries/*');
  await allSent(page);
  expect(server.entries()).toMatchObject([{ description: 'mine', duration: 3000 }]);
  expectConformity();
});

it('takes what stands in Toggl Focus, and can take that back', async () => {
  const { page, server, requested } = await changedOnBothSides();
  await onRow(page, TASK_A.name, 'i');
  await page.getByText('Changed here and in Toggl Focus').waitFor();
  await page.keyboard.press('Escape');

  await onRow(page, TASK_A.name, 'j');
  await rowOf(page, 'theirs').waitFor();
  await allSent(page);
  expect(server.requests().filter(({ method }) => method !== 'GET')).toEqual([]);

  await page.keyboard.press('Control+Z');
  await rowOf(page, 'mine').waitFor();
  await requested('PATCH', 'O/tasks/*/time-entries/*');
});
