import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { whenOnScreen } from '../../../../src-main/desktop/popup/showing/when-on-screen.ts';
import { createFakeTime } from '../../../support/core/fake-time.ts';

function setUp() {
  const [time, window] = [createFakeTime(0), new EventEmitter()];
  const told: string[] = [];
  const stop = whenOnScreen(window, time, () => told.push('on screen'));
  return { time, window, told, stop };
}

it('is told once, when the keyboard comes to the window', async () => {
  const { time, window, told } = setUp();
  await time.pass(30);
  expect(told).toEqual([]);

  window.emit('focus');
  window.emit('focus');
  await time.pass(1000);
  expect(told).toEqual(['on screen']);
  expect(window.listenerCount('focus')).toBe(0);
});

it('is told after a while where no keyboard comes', async () => {
  const { time, window, told } = setUp();
  await time.pass(149);
  expect(told).toEqual([]);

  await time.pass(1);
  expect(told).toEqual(['on screen']);
  expect(window.listenerCount('focus')).toBe(0);
});

it('is never told of a window that was hidden before', async () => {
  const { time, window, told, stop } = setUp();
  stop();
  window.emit('focus');
  await time.pass(1000);
  expect(told).toEqual([]);
});
