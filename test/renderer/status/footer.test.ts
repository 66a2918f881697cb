import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { PauseView, SyncView } from '#contract';
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
  [3, 1, '3 waiting, 1 needs you'],
  [0, 2, '2 need you'],
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
  expect(status()).toBe('All sentcannot read: offline');
});

test('The quota that is left is shown, and nothing while it is unknown', async () => {
  const main = fakeMain();
  await openPopup(snapshot(), main);
  screen.getByText('27 requests left');
  await main.push(snapshot({ quota: { remaining: 1, resetsAt: at('15:00:00') } }));
  screen.getByText('1 request left');
  await main.push(snapshot({ quota: undefined }));
  expect(screen.queryByText(/left$/)).toBeNull();
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
