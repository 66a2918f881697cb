import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { PauseView, SyncView } from '#contract';
import { inRange } from '../support/entries-in-range.ts';
import { fakeMain, openPopup } from '../support/open-popup.ts';
import { at, snapshot } from '../support/snapshots.ts';

function sync(changes: Partial<SyncView>): SyncView {
  return { ...snapshot().sync, ...changes };
}

function status(): string {
  return screen
    .getByRole('status', { name: 'Sync status' })
    .textContent.replace(/\s+/g, ' ')
    .trim();
}

test.for([
  [0, 0, 'All sent'],
  [1, 0, '1 waiting'],
  [3, 1, '3 waiting, 1 refused: show it'],
  [0, 2, '2 refused: show them'],
] as const)('%i waiting and %i refused reads: %s', async ([waiting, rejected, words]) => {
  await openPopup(snapshot({ sync: sync({ waiting, rejected }) }));
  expect(status()).toBe(words);
});

const pauses: readonly (readonly [PauseView, string])[] = [
  [{ reason: 'key' }, 'waits for your key'],
  [{ reason: 'quota', untilAt: at('14:05:00') }, 'quota spent until 14:05'],
  [{ reason: 'quota', untilAt: undefined }, 'quota spent'],
  [{ reason: 'offline', cause: 'network', retryAt: undefined }, 'offline'],
  [{ reason: 'offline', cause: 'name', retryAt: undefined }, 'name not found (DNS)'],
  [{ reason: 'offline', cause: 'certificate', retryAt: undefined }, 'certificate not trusted'],
  [{ reason: 'server', retryAt: undefined }, 'Toggl Focus has trouble'],
  [
    { reason: 'foreign', status: 407, retryAt: undefined },
    'something in between answers (HTTP 407)',
  ],
];

test.for(pauses)('The hold %o is said in words: %s', async ([pause, words]) => {
  await openPopup(snapshot({ sync: sync({ waiting: 1, pause }) }));
  expect(status()).toContain(words);
});

test('Where all is sent the footer says what a hold keeps from being done', async () => {
  const pause: PauseView = { reason: 'offline', cause: 'network', retryAt: undefined };
  await openPopup(snapshot({ sync: sync({ waiting: 0, pause }) }));
  expect(status()).toBe('All sent, cannot read: offline');
  expect(screen.queryByText('✓')).toBeNull();
});

test.for([
  [{ conflicts: 1 }, '1 in conflict: show it'],
  [{ questions: 2 }, '2 unclear: show them'],
  [{ rejected: 1, questions: 1 }, '2 need you: show them'],
] as const)('What needs the person is named: %o as %s', async ([need, words]) => {
  await openPopup(snapshot({ sync: sync(need) }));
  expect(status()).toBe(words);
});

test('What waits without a network is said in one line', async () => {
  const pause: PauseView = { reason: 'offline', cause: 'network', retryAt: undefined };
  await openPopup(snapshot({ sync: sync({ waiting: 2, rejected: 1, pause }) }));
  expect(status()).toBe('2 waiting, offline, 1 refused: show it');
});

test('That all is sent is ticked, and when it was read stands beside it', async () => {
  await openPopup(snapshot());
  screen.getByText('✓');
  screen.getByText('read 08:00');
});

test('The quota is told once less than a fifth of it is left', async () => {
  const main = fakeMain();
  const quota = (remaining: number) =>
    snapshot({ quota: { remaining, resetsAt: at('15:00:00'), perHour: 30 } });
  await openPopup(quota(6), main);
  expect(screen.queryByText(/left$/)).toBeNull();
  await main.push(quota(5));
  screen.getByText('5 requests left');
  await main.push(quota(1));
  screen.getByText('1 request left');
  await main.push(snapshot({ quota: undefined }));
  expect(screen.queryByText(/left$/)).toBeNull();
});

test('An entry is added from the footer of a day, and of nothing else', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.click(screen.getByRole('button', { name: 'Add an entry' }));
  screen.getByRole('group', { name: 'Add an entry' });
  await main.push(inRange({}));
  expect(screen.queryByRole('button', { name: 'Add an entry' })).toBeNull();
});

test('Refresh asks main to sync, and says what went wrong', async () => {
  const { main, user } = await openPopup(snapshot());
  main.answer('sync/now', { kind: 'quota-spent', resetsAt: at('15:00:00') });
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(main.commands.at(-1)).toEqual({ type: 'sync/now' });
  expect((await screen.findByRole('alert')).textContent).toContain('after 15:00');
});

test('What went wrong with a refresh is no longer said once Toggl Focus answers again', async () => {
  const main = fakeMain();
  const { user } = await openPopup(snapshot(), main);
  main.answer('sync/now', { kind: 'offline', cause: 'network' });
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  await screen.findByRole('alert');
  const pause: PauseView = { reason: 'offline', cause: 'network', retryAt: undefined };
  await main.push(snapshot({ sync: sync({ waiting: 1, pause }) }));
  screen.getByRole('alert');
  await main.push(snapshot());
  expect(screen.queryByRole('alert')).toBeNull();
});

test('Refresh stands in line behind what is being sent, and a second one is not asked for', async () => {
  const { main, user } = await openPopup(snapshot({ sync: sync({ busy: true }) }));
  const answer = main.whyPaused('sync/now');
  const button = screen.getByRole('button', { name: 'Refresh' });
  await user.click(button);
  await user.click(button);
  expect(main.commands.map(({ type }) => type)).toEqual(['popup/ready', 'sync/now']);
  answer();
});
