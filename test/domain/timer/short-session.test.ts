import { expect, it } from 'vitest';
import { isShort } from '../../../src-main/domain/timer/short-session.ts';
import { entry, seconds } from '../../support/values.ts';

it.each([
  [1, true],
  [10, true],
  [11, false],
])('what ran for %i s may be a slip: %s', (length, isSlip) => {
  expect(isShort(entry('a', { state: 'queued' }, { seconds: seconds(length) }))).toBe(isSlip);
});
