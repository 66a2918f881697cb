import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../../src-main/domain/search/fold-letters.ts';
import { searchTasks } from '../../../src-main/domain/search/rank-tasks.ts';
import { task } from '../../support/values.ts';

const tasks = [
  task(1, 'Schema work', 'Orion'),
  task(2, 'Réunion hebdomadaire', 'Meetings'),
  task(3, 'Review schema', 'Platform'),
  task(4, 'Straße planen', 'Orion'),
];

function found(text: string, recentIds: readonly number[] = []): number[] {
  return searchTasks(tasks, recentIds, text).map(({ id }) => id);
}

it('lists recents first and then by name for an empty text', () => {
  expect(found('', [4, 3])).toEqual([4, 3, 2, 1]);
});

it.each([
  ['reunion', 2],
  ['RÉUNION', 2],
  ['strasse', 4],
])('finds %s whatever the accents and the case', (text, id) => {
  expect(found(text)).toEqual([id]);
});

it('puts names that begin with the text before names that merely hold it', () => {
  expect(found('schema', [3])).toEqual([1, 3]);
});

it('puts the name that was typed whole before longer ones, however recent those are', () => {
  const numbered = [
    task(57, 'Task number 57'),
    task(7, 'Task number 7'),
    task(70, 'Task number 70'),
  ];
  const ids = searchTasks(numbered, [57, 70], 'task Number 7').map(({ id }) => id);

  expect(ids).toEqual([7, 70, 57]);
});

it('finds by project, and needs every word somewhere', () => {
  expect(found('orion')).toEqual([1, 4]);
  expect(found('orion schema')).toEqual([1]);
  expect(found('orion nothing')).toEqual([]);
});

it('finds every task by its own name', () => {
  const names = fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => fold(name) !== '');
  fc.assert(
    fc.property(names, (name) => {
      expect(searchTasks([task(9, name)], [], name)).toHaveLength(1);
    }),
  );
});
