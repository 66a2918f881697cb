import { expect, it } from 'vitest';
import { isAsLeft, isOfOneSession } from '../../../src-main/domain/edit/undo-start-stop.ts';
import { session } from '../../support/values.ts';

const first = session();
const other = session({ id: 's2' });

it.each([
  ['an edit of what runs', { before: first, after: first }, true],
  [
    'a start that went along with the clock',
    { before: first, after: first, withClock: true },
    false,
  ],
  ['a start', { before: undefined, after: first }, false],
  ['a stop', { before: first, after: undefined }, false],
  ['a switch', { before: first, after: other }, false],
])('%s is of one session or not', (_told, image, isOne) => {
  expect(isOfOneSession(image)).toBe(isOne);
});

it('is taken back only while what it left is what runs', () => {
  const started = { before: undefined, after: first };
  expect(isAsLeft(first, started)).toBe(true);
  expect(isAsLeft(other, started)).toBe(false);
  expect(isAsLeft(undefined, started)).toBe(false);
  expect(isAsLeft(undefined, { before: first, after: undefined })).toBe(true);
});
