import { expect, it } from 'vitest';
import { fold } from '../../../src-main/domain/search/fold-letters.ts';
import { searchTasks } from '../../../src-main/domain/search/rank-tasks.ts';
import { task } from '../../support/values.ts';

function found(
  tasks: Parameters<typeof searchTasks>[0],
  text: string,
  recents: number[] = [],
): number[] {
  return searchTasks(tasks, recents, text).map(({ id }) => id);
}

it('folds letters that no accent can be taken from', () => {
  expect(fold('  Smørrebrød ')).toBe('smorebrod');
  expect(fold('Łódź')).toBe('lodz');
  expect(fold('Đakovo')).toBe('dakovo');
  expect(fold('Straße')).toBe('strase');
});

it('ranks the beginning of the name, of a word, its inside, and project or client', () => {
  const tasks = [
    { ...task(1, 'Other work'), clientName: 'Plan Ltd' },
    task(2, 'Airplane'),
    task(3, 'Old plan'),
    task(4, 'Plan of the week'),
    task(5, 'More work', 'Plan B'),
  ];
  expect(found(tasks, 'plan')).toEqual([4, 3, 2, 5, 1]);
});

it('prefers recents within a rank only, the latest first', () => {
  const tasks = [task(1, 'Plan a'), task(2, 'Plan b'), task(3, 'Plan c'), task(4, 'The plan')];
  expect(found(tasks, 'plan', [4, 3, 2])).toEqual([3, 2, 1, 4]);
});

it('orders tasks of one name by their id', () => {
  const tasks = [task(12, 'Twin'), task(3, 'Twin'), task(7, 'Twin')];
  expect(found(tasks, 'twin')).toEqual([3, 7, 12]);
});

it('takes any white space for the end of a word', () => {
  const tasks = [task(1, 'Plan of the week'), task(2, 'Week')];
  expect(found(tasks, ' week \t plan ')).toEqual([1]);
  expect(found(tasks, '   ')).toEqual([1, 2]);
});

it('finds nothing in a project or client that is not there', () => {
  expect(found([task(1, 'Plan')], 'undefined')).toEqual([]);
  expect(found([task(1, 'Plan')], 'stryker')).toEqual([]);
});

it('puts what is done behind the rest, and leaves it among the first where nothing is looked for', () => {
  const done = { done: true };
  const tasks = [
    { ...task(1, 'Plan a'), ...done },
    { ...task(2, 'Plan b'), ...done },
    task(3, 'The plan'),
  ];
  expect(found(tasks, 'plan', [2])).toEqual([3, 2, 1]);
  expect(found(tasks, '', [2])).toEqual([2, 3, 1]);
});

it('puts what is archived behind all else, done or not', () => {
  const tasks = [
    { ...task(1, 'Plan a'), archived: true },
    { ...task(2, 'Plan b'), done: true },
    task(3, 'The plan'),
  ];
  expect(found(tasks, 'plan', [1])).toEqual([3, 2, 1]);
  expect(found(tasks, '', [1])).toEqual([3, 2, 1]);
});
