import { screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Snapshot } from '#contract';
import { openPopup, type OpenPopup } from '../support/open-popup.ts';
import { account, type Connected, running, snapshot } from '../support/snapshots.ts';

async function openSettings(drawn: Snapshot = snapshot()): Promise<OpenPopup> {
  const popup = await openPopup(drawn);
  await popup.user.click(screen.getByRole('button', { name: 'Settings' }));
  return popup;
}

test('The requests that are left in the hour are told', async () => {
  await openSettings();
  screen.getByText('27 of 30 requests left');
  screen.getByText('the hour ends at 15:00');
});

test.for([
  ['keychain', 'in the keychain of this computer'],
  ['memory', 'in memory, until Stint quits'],
  ['locked', 'in the keychain, which is locked'],
  ['missing', 'not found in the keychain'],
  ['none-needed', 'none needed'],
] as const)('Where the key is kept is said: %s', async ([secret, words]) => {
  await openSettings(snapshot({ account: { ...account, secret } }));
  screen.getByText(`Key ${words}`);
});

test('The workspace has its name once main knows it, and main is asked until then', async () => {
  const { main } = await openSettings();
  screen.getByText('Workspace 456');
  screen.getByText('Organization 123, workspace 456');
  expect(main.commands.at(-1)).toEqual({ type: 'read/workspace-name' });
  await main.push(snapshot({ account: { ...account, workspaceName: 'Engineering' } }));
  screen.getByText('Engineering');
});

test('A workspace whose name is known is not asked for', async () => {
  const { main } = await openSettings(
    snapshot({ account: { ...account, workspaceName: 'Engineering' } }),
  );
  expect(main.commands.map(({ type }) => type)).toEqual(['popup/ready']);
});

test('Change leads to where an account is connected', async () => {
  const { user } = await openSettings();
  await user.click(screen.getByRole('button', { name: 'Change' }));
  screen.getByRole('heading', { name: 'Connect again' });
});

test('Disconnect goes through at once when nothing waits', async () => {
  const { main, user } = await openSettings();
  await user.click(screen.getByRole('button', { name: 'Disconnect' }));
  expect(main.commands.at(-1)).toEqual({ type: 'account/disconnect', evenIfWaiting: false });
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('Disconnect asks when sessions wait: staying sends nothing, going on says so', async () => {
  const { main, user } = await openSettings();
  main.answer('account/disconnect', { kind: 'entries-waiting', count: 3 });
  await user.click(screen.getByRole('button', { name: 'Disconnect' }));
  const question = await screen.findByRole('alertdialog', {
    name: '3 sessions are not in Toggl Focus yet.',
  });
  await user.click(within(question).getByRole('button', { name: 'Stay' }));
  expect(main.commands.map(({ type }) => type)).toEqual([
    'popup/ready',
    'read/workspace-name',
    'account/disconnect',
  ]);

  await user.click(screen.getByRole('button', { name: 'Disconnect' }));
  const again = await screen.findByRole('alertdialog');
  main.answer('account/disconnect', undefined);
  await user.click(within(again).getByRole('button', { name: 'Disconnect anyway' }));
  expect(main.commands.at(-1)).toEqual({ type: 'account/disconnect', evenIfWaiting: true });
  await screen.findByRole('button', { name: 'Start timer' });
});

test('Disconnect says that it stops the timer that runs', async () => {
  const { main, user } = await openSettings(snapshot({ timer: running }));
  main.answer('account/disconnect', { kind: 'entries-waiting', count: 1 });
  await user.click(screen.getByRole('button', { name: 'Disconnect' }));
  const question = await screen.findByRole('alertdialog');
  within(question).getByText(/^The timer that runs now is stopped\. Nothing is lost/);
});

test('A disconnect that fails says why', async () => {
  const { main, user } = await openSettings();
  main.answer('account/disconnect', { kind: 'keychain-locked' });
  await user.click(screen.getByRole('button', { name: 'Disconnect' }));
  expect((await screen.findByRole('alert')).textContent).toContain('keychain');
});

function notices(): HTMLElement {
  return screen.getByRole('status', { name: 'Notices' });
}

test.for([
  [{ keyRefused: true }, 'no longer accepts your key', 'Connect again'],
  [{ secret: 'locked' }, 'keychain is locked', 'Unlock'],
  [{ secret: 'missing' }, 'no longer in the keychain', 'Connect again'],
  [{ secret: 'memory' }, 'could not take your key', 'Connect again'],
] as const satisfies readonly (readonly [Partial<Connected>, string, string])[])(
  'The account state %o has a banner with a way out',
  async ([state, words, way]) => {
    await openPopup(snapshot({ account: { ...account, ...state } }));
    expect(notices().textContent).toContain(words);
    within(notices()).getByRole('button', { name: way });
  },
);

test('Unlock reads the keychain again, and says so when it is still locked', async () => {
  const { main, user } = await openPopup(snapshot({ account: { ...account, secret: 'locked' } }));
  main.answer('account/unlock', { kind: 'keychain-locked' });
  await user.click(screen.getByRole('button', { name: 'Unlock' }));
  expect(main.commands.at(-1)).toEqual({ type: 'account/unlock' });
  expect((await screen.findByRole('alert')).textContent).toContain('is locked');
  await main.push(snapshot());
  expect(screen.queryByRole('status', { name: 'Notices' })).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('A notice from main is a banner that goes when it is mended, and says nothing twice', async () => {
  const { main } = await openPopup(
    snapshot({ notice: { kind: 'storage-failed', detail: 'full' } }),
  );
  expect(notices().textContent).toContain('cannot write to its data folder (full)');
  const locked = { ...account, secret: 'locked' } as const;
  await main.push(snapshot({ account: locked, notice: { kind: 'keychain-locked' } }));
  expect(notices().querySelectorAll('.banner')).toHaveLength(1);
  await main.push(snapshot());
  expect(screen.queryByRole('status', { name: 'Notices' })).toBeNull();
});

test('The calendar of the Toggl account is said', async () => {
  await openSettings(
    snapshot({ settings: { ...snapshot().settings, weekStartsOn: 0, hours: '12h' } }),
  );
  screen.getByText('Week starts on Sunday, 12-hour clock (from your Toggl account)');
});

test('The host of an account is named where it is not Toggl’s own', async () => {
  const { main } = await openSettings(snapshot({ otherHost: 'a.example' }));
  screen.getByText('Server a.example');
  await main.push(snapshot());
  expect(screen.queryByText(/^Server/)).toBeNull();
});
