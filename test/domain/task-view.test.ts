import { expect, it } from 'vitest';
import { offeredTask } from '../../src-main/domain/task-view.ts';
import { focusTask, task } from '../support/values.ts';

it('offers a task with whether it is done', () => {
  expect(offeredTask({ ...focusTask(1), done: true })).toEqual({ ...task(1), done: true });
});

it('offers a task with whether it is in the archive', () => {
  const archived = { ...focusTask(1), archived: true };
  expect(offeredTask(archived)).toMatchObject({ archived: true });
  expect(offeredTask({ ...archived, archived: false })).not.toHaveProperty('archived');
});
