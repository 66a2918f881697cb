import { expect, it } from 'vitest';
import { opened, setUp } from './played-popup.ts';

it('leaves the popup open, be it drawn or not', async () => {
  const { popup, windows, time, calls } = setUp();
  popup.toggle();
  await time.pass(150);
  popup.toggle();
  windows[0]!.ready();
  expect(calls()).toEqual(['show 1']);
  await time.pass(200);
  popup.toggle();
  await time.pass(5000);
  expect(calls()).toEqual(['focus 1']);
});

it('is two clicks where they lie far apart', async () => {
  const { popup, time, calls } = opened();
  await time.pass(400);
  popup.toggle();
  expect(calls()).toEqual(['hide 1']);
});

it('takes the keyboard back that the second click has taken', async () => {
  const { popup, windows, time, calls } = opened({ openingGraceMs: 1500 });
  await time.pass(200);
  windows[0]!.blur();
  popup.toggle();
  expect(calls()).toEqual(['focus 1']);
  windows[0]!.focus();
  await time.pass(5000);
  expect(calls()).toEqual([]);
});

it('opens it after it was closed by a key, however soon', async () => {
  const { popup, time, calls } = opened();
  popup.close();
  await time.pass(100);
  popup.toggle();
  popup.toggle();
  expect(calls()).toEqual(['hide 1', 'show 1', 'focus 1']);
});

it('has nothing to do with what was opened otherwise', async () => {
  const { popup, time, calls } = opened();
  await time.pass(400);
  popup.close();
  popup.open();
  popup.toggle();
  expect(calls()).toEqual(['hide 1', 'show 1', 'hide 1']);
});
