import { expect, it } from 'vitest';
import { createSight } from '../../../../src-main/desktop/popup/showing/once-in-sight.ts';
import { createFakeTime } from '../../../support/core/fake-time.ts';

function setUp() {
  const time = createFakeTime(0);
  const done: string[] = [];
  return { time, done, sight: createSight(time) };
}

it('does what was put off once the page is in sight, and only once', async () => {
  const { time, done, sight } = setUp();
  sight.awaited(() => done.push('focus'));
  expect(done).toEqual([]);

  sight.reached();
  sight.reached();
  await time.pass(1000);

  expect(done).toEqual(['focus']);
});

it('does it after half a second where the page says nothing', async () => {
  const { time, done, sight } = setUp();
  sight.awaited(() => done.push('focus'));
  await time.pass(499);
  expect(done).toEqual([]);

  await time.pass(1);
  expect(done).toEqual(['focus']);
});

it('does what belongs to the last showing alone', async () => {
  const { time, done, sight } = setUp();
  sight.awaited(() => done.push('first'));
  await time.pass(300);
  sight.awaited(() => done.push('second'));
  await time.pass(300);
  expect(done).toEqual([]);

  sight.reached();
  expect(done).toEqual(['second']);
});

it('takes a page that speaks unasked for nothing', () => {
  const { done, sight } = setUp();
  sight.reached();
  expect(done).toEqual([]);
});
