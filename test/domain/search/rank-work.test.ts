import { expect, it } from 'vitest';
import { eachOnce, searchWork } from '../../../src-main/domain/search/rank-work.ts';
import { task } from '../../support/values.ts';

const work = (id: number | undefined, description?: string, project?: string) => ({
  task: id === undefined ? undefined : task(id, `Task ${id}`, project),
  description,
});

const words = (found: readonly { readonly description: string | undefined }[]) =>
  found.map(({ description }) => description);

it('counts a pair once by its task and its words, wherever blanks stand around them', () => {
  const [first, ...rest] = [
    work(1, 'a'),
    work(1, ' a '),
    work(2, 'a'),
    work(1),
    work(undefined, ' '),
  ];
  expect(eachOnce([first, ...rest])).toEqual([first, rest[1], rest[2]]);
});

it('puts what begins with the text before what has a word that does, and keeps the latest first', () => {
  const all = [work(1, 'a plan'), work(2, 'unplanned'), work(3, 'plan b'), work(4, 'plan a')];
  expect(words(searchWork(all, 'plan'))).toEqual(['plan b', 'plan a', 'a plan', 'unplanned']);
});

it('finds by task and project too, and by a word one letter off where nothing else is found', () => {
  const all = [work(1, 'first', 'Orion'), work(2, 'second')];
  expect(words(searchWork(all, 'orion'))).toEqual(['first']);
  expect(words(searchWork(all, 'task 2'))).toEqual(['second']);
  expect(words(searchWork(all, 'secnod'))).toEqual(['second']);
  expect(words(searchWork(all, ''))).toEqual(['first', 'second']);
});

it('counts and finds what has words and no task', () => {
  const [first, ...rest] = [work(undefined, 'a walk'), work(undefined, 'a walk '), work(1)];
  expect(eachOnce([first, ...rest])).toEqual([first, rest[1]]);
  expect(words(searchWork([first, ...rest], 'walk'))).toEqual(['a walk', 'a walk ']);
});
