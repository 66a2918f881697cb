import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  beginsRoughly,
  holdsWordsRoughly,
} from '../../../src-main/domain/search/one-letter-off.ts';
import { searchTasks } from '../../../src-main/domain/search/rank-tasks.ts';
import { task } from '../../support/values.ts';

const letter = fc.constantFrom('a', 'b', 'c', 'd');
const word = fc.string({ unit: letter, minLength: 4, maxLength: 9 });

/** How many letters apart, where two that changed places count once. */
function apart(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, () =>
    new Array<number>(other.length + 1).fill(0),
  );
  for (let i = 0; i <= one.length; i += 1) {
    for (let j = 0; j <= other.length; j += 1) {
      if (i === 0 || j === 0) {
        rows[i]![j] = i + j;
        continue;
      }
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      rows[i]![j] = Math.min(
        rows[i - 1]![j]! + 1,
        rows[i]![j - 1]! + 1,
        rows[i - 1]![j - 1]! + cost,
        swapped ? rows[i - 2]![j - 2]! + 1 : Infinity,
      );
    }
  }
  return rows[one.length]![other.length]!;
}

it('finds exactly what begins with something one letter off at most', () => {
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 10 }), word, (text, typed) => {
      const beginnings = Array.from({ length: text.length + 1 }, (_, end) => text.slice(0, end));
      const nearest = Math.min(...beginnings.map((each) => apart(each, typed)));
      expect(beginsRoughly(text, typed)).toBe(nearest <= 1);
    }),
    { numRuns: 2000 },
  );
});

it('wants words of three letters and fewer as they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 3 }), (typed) => {
      expect(holdsWordsRoughly('xyz', [typed])).toBe(false);
      expect(holdsWordsRoughly(`xyz ${typed}`, [typed])).toBe(true);
    }),
  );
});

const names = (text: string) =>
  searchTasks(
    [task(1, 'Gamma rays'), task(2, 'Migration dry run'), task(3, 'Gamba')],
    [],
    text,
  ).map(({ name }) => name);

it('finds a task by a word with a wrong letter, but not beside one that is found as it stands', () => {
  expect(names('migartion')).toEqual(['Migration dry run']);
  expect(names('gamna')).toEqual(['Gamba', 'Gamma rays']);
  expect(names('gama')).toEqual(['Gamma rays']);
  expect(names('mxgrxtion')).toEqual([]);
});
