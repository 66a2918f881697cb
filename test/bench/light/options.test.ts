import { expect, it } from 'vitest';
import { parseOptions } from './options.ts';

it('measures both halves in five rounds unless told otherwise', () => {
  expect(parseOptions([])).toMatchObject({ rounds: 5, restMs: 60_000, only: undefined });
  expect(parseOptions(['--only', 'rest', '--rounds', '2', '--rest', '0.5'])).toMatchObject({
    rounds: 2,
    restMs: 500,
    only: 'rest',
  });
});

it.each([
  [['--only', 'nap'], '--only nap: it is one of use, open, rest'],
  [['--rounds', 'many'], '--rounds many: it is a number above zero'],
  [['--settle', '0'], '--settle 0: it is a number above zero'],
])('says what is wrong with %s', (args, words) => {
  expect(() => parseOptions(args)).toThrow(words);
});
