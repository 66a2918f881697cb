import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DayTotal, DayView, Seconds, Snapshot } from '#contract';
import { fakeMain, openPopup } from '../support/open-popup.ts';
import {
  at,
  DAY,
  entry,
  migration,
  planned,
  review,
  running,
  snapshot,
} from '../support/snapshots.ts';
import { workField } from '../support/work-and-task-fields.ts';

/** Whatever main says twice, or tells apart where a page cannot, is drawn; a key that is met twice draws nothing. */

beforeEach(() => {
  vi.useFakeTimers({ now: at('14:55:07'), toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

function twice<T>(thing: T): readonly [T, T] {
  return [thing, thing];
}

const seconds = 600 as Seconds;
const noName = { name: '', color: undefined, seconds };
const noProject = { name: undefined, color: undefined, seconds };

function withToday(changes: Partial<DayView>): Snapshot {
  const empty = snapshot();
  return { ...empty, today: { ...empty.today, ...changes } };
}

const failed = () => screen.queryByText(/could not draw/);

test('A project without a name stands beside what has no project', async () => {
  await openPopup(withToday({ projects: [noProject, noName, noName] }));
  expect(failed()).toBeNull();
  const list = screen.getByRole('list', { name: 'Time by project' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(3);
});

test('The running timer counts for what has no project, where its project has no name', async () => {
  const task = { ...migration, projectName: '', projectColor: undefined };
  const timer = { ...running, task } as const;
  await openPopup({ ...withToday({ projects: [noProject] }), timer });
  const list = screen.getByRole('list', { name: 'Time by project' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(1);
});

test('An entry, a plan and a deleted entry that come twice stand there once', async () => {
  const mail = entry({ state: 'delivered' });
  const { user } = await openPopup(
    withToday({
      entries: twice(mail),
      removed: twice({ ...mail, id: 'gone' }),
      planned: twice(planned()),
    }),
  );
  expect(failed()).toBeNull();
  expect(screen.getAllByRole('row')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: /deleted/i }));
  expect(failed()).toBeNull();
});

test('A task that is found twice stands in the list once', async () => {
  const { user } = await openPopup(snapshot(), fakeMain([review, review]));
  await user.click(workField());
  expect(await screen.findAllByRole('option', { name: /Review/ })).toHaveLength(1);
});

test('Two days of a week that begin at one instant both have their bar', async () => {
  const day: DayTotal = {
    startAt: at('00:00:00'),
    endAt: (at('00:00:00') + DAY) as DayTotal['endAt'],
    trackedSeconds: seconds,
    breakSeconds: 0 as Seconds,
    plannedSeconds: 0 as Seconds,
    projects: [],
  };
  const week = {
    startAt: day.startAt,
    endAt: day.endAt,
    days: twice(day),
    trackedSeconds: seconds,
    projects: [noProject, noName],
  };
  await openPopup({
    ...snapshot(),
    shown: { kind: 'week', week } as unknown as Snapshot['shown'],
  });
  expect(failed()).toBeNull();
  expect(
    within(screen.getByRole('list', { name: 'Days of the week' })).getAllByRole('listitem'),
  ).toHaveLength(2);
});
