import { screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import type { Command, Snapshot, TimerView } from '#contract';
import { createFailures, watchPage } from '../../../src-renderer/state/report-page-failures.ts';
import { openPopup } from '../support/open-popup.ts';
import { running, snapshot } from '../support/snapshots.ts';

/** Throws as soon as the field is read, as a bug in what draws it would. */
function broken<T extends object>(whole: T, field: keyof T): T {
  return Object.defineProperty({ ...whole }, field, {
    enumerable: true,
    get: () => {
      throw new TypeError('what a person wrote');
    },
  });
}

const alerts = () => screen.getAllByRole('alert').map((each) => each.textContent);
const timer = running as Extract<TimerView, { state: 'running' }>;
const well: Snapshot = { ...snapshot(), timer: running };

function failedIn(where: string): Command {
  return { type: 'page/failed', error: 'TypeError', where } as Command;
}

test('Where the day cannot be drawn the timer still stops, and main is told without a word of its contents', async () => {
  const { main, user } = await openPopup(well);
  await main.push({ ...well, today: broken(well.today, 'gaps') });

  expect(alerts()).toEqual([expect.stringContaining('could not draw')]);
  expect(main.commands).toContainEqual(failedIn('view'));
  expect(JSON.stringify(main.commands)).not.toContain('wrote');
  await user.click(screen.getByRole('button', { name: 'Stop timer' }));
  expect(main.commands).toContainEqual({ type: 'timer/stop' });
});

test('What failed at the first drawing is drawn anew when a person asks, once it can be', async () => {
  const { main, user } = await openPopup({ ...well, today: broken(well.today, 'gaps') });
  await user.click(screen.getByRole('button', { name: 'Draw anew' }));
  expect(alerts()).toHaveLength(1);

  await main.push(well);
  await user.click(screen.getByRole('button', { name: 'Draw anew' }));
  expect(screen.queryByRole('alert')).toBeNull();
  screen.getByRole('button', { name: 'Previous day' });
});

test('Another view is tried without being asked for', async () => {
  const { main } = await openPopup({ ...well, today: broken(well.today, 'gaps') });
  await main.push({ ...well, shown: { kind: 'day', day: well.today } });
  expect(screen.queryByRole('alert')).toBeNull();
});

test('Where the timer itself cannot be drawn a plain Stop stands in its place', async () => {
  const { main, user } = await openPopup(well);
  await main.push({ ...well, timer: broken(timer, 'startAt') });

  expect(main.commands).toContainEqual(failedIn('timer'));
  await user.click(screen.getByRole('button', { name: 'Stop timer' }));
  expect(main.commands).toContainEqual({ type: 'timer/stop' });
});

test('Where all of it cannot be drawn a plain Stop is left, which says when it failed', async () => {
  const { main, user } = await openPopup(well);
  main.answer('timer/stop', { kind: 'storage-failed', detail: '' });
  await main.push(broken(well, 'shown'));

  expect(main.commands).toContainEqual(failedIn('popup'));
  await user.click(screen.getByRole('button', { name: 'Stop timer' }));
  expect((await screen.findByRole('alert')).textContent).toContain('was not stopped');
});

test('Errors of handlers and promises are told too, by name, and no more of them than a log can bear', () => {
  const command = vi.fn(() => Promise.reject(new Error('closed')));
  const page = new EventTarget();
  const stop = watchPage(createFailures(command), page);
  const raise = (type: string, fields: object) =>
    page.dispatchEvent(Object.assign(new Event(type), fields));

  raise('error', { error: new RangeError('secret') });
  raise('unhandledrejection', { reason: 'a text' });
  raise('error', { error: new Error('https://svelte.dev/e/each_key_duplicate') });
  raise('error', { error: Object.assign(new Error(), { name: 'a name with words' }) });
  expect(command.mock.calls.flat()).toEqual([
    { type: 'page/failed', error: 'RangeError', where: 'script' },
    { type: 'page/failed', error: 'string', where: 'promise' },
    { type: 'page/failed', error: 'each_key_duplicate', where: 'script' },
    { type: 'page/failed', error: 'Error', where: 'script' },
  ]);

  for (let time = 0; time < 100; time += 1) raise('error', { error: new Error() });
  expect(command).toHaveBeenCalledTimes(20);
  stop();
});
