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

test('The left click is a choice of two, drawn as main has it', async () => {
  const { main, user } = await openSettings();
  expect(screen.getByRole('radio', { name: 'opens Stint' })).toHaveProperty('checked', true);
  const toggle = screen.getByRole('radio', { name: 'starts the last task, or stops' });
  await user.click(toggle);
  expect(main.commands.at(-1)).toEqual({ type: 'settings/left-click', leftClick: 'toggle' });
  await main.push(snapshot({ settings: { ...snapshot().settings, leftClick: 'toggle' } }));
  expect(toggle).toHaveProperty('checked', true);
});

test('The length from which gaps have a row is a choice of five, drawn as main has it', async () => {
  const { main, user } = await openSettings();
  const choice = screen.getByRole('combobox', { name: 'Show gaps from' });
  const options = within(choice).getAllByRole('option');
  expect(options.map(({ textContent }) => textContent)).toEqual([
    '1 min',
    '5 min',
    '10 min',
    '15 min',
    '30 min',
  ]);
  expect(choice).toHaveProperty('value', '5 min');
  await user.selectOptions(choice, '15 min');
  expect(main.commands.at(-1)).toEqual({ type: 'settings/gaps-from', minutes: 15 });
});

test.for([
  ['8', 480, '8:00'],
  ['7,5', 450, '7:30'],
  ['6:45', 405, '6:45'],
  ['', null, ''],
] as const)('A goal of a day, typed as "%s", is %s minutes', async ([typed, minutes, written]) => {
  const settings = { ...snapshot().settings, goalMinutes: 360 };
  const { main, user } = await openSettings(snapshot({ settings }));
  const field = screen.getByRole('textbox', { name: 'Goal of a day' });
  expect(field).toHaveProperty('value', '6:00');
  await user.clear(field);
  if (typed !== '') await user.type(field, typed);
  await user.tab();
  expect(main.commands.at(-1)).toEqual({ type: 'settings/day-goal', minutes });
  expect(field).toHaveProperty('value', written);
});

test.for(['eight', '0', '25'])('A goal of "%s" is none, and said so', async (typed) => {
  const { main, user } = await openSettings();
  const before = main.commands.length;
  await user.type(screen.getByRole('textbox', { name: 'Goal of a day' }), typed);
  await user.tab();
  expect(screen.getByRole('alert').textContent).toContain('Write a length');
  expect(main.commands).toHaveLength(before);
});

test('The requests that are left in the hour are told', async () => {
  await openSettings();
  screen.getByText('27 requests left until 15:00');
});

test.for([
  ['keychain', 'in the keychain of this computer'],
  ['memory', 'in memory, until Stint quits'],
  ['locked', 'in the keychain, which is locked'],
  ['missing', 'not found in the keychain'],
  ['none-needed', 'none needed'],
] as const)('Where the key is kept is said: %s', async ([secret, words]) => {
  await openSettings(snapshot({ account: { ...account, secret } }));
  screen.getByText(words);
  screen.getByText('123');
  screen.getByText('456');
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
  expect(main.commands).toHaveLength(2);

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

test('Quit and Open Toggl Focus are commands', async () => {
  const { main, user } = await openSettings();
  await user.click(screen.getByRole('button', { name: 'Open Toggl Focus' }));
  await user.click(screen.getByRole('button', { name: 'Quit Stint' }));
  expect(main.commands.slice(1)).toEqual([
    { type: 'link/open', link: 'toggl-focus' },
    { type: 'app/quit' },
  ]);
});

test('Back and Escape lead to the timer, and only a second Escape closes the popup', async () => {
  const { main, user } = await openSettings();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Back' }));
  await user.click(screen.getByRole('button', { name: 'Back' }));
  await user.click(screen.getByRole('button', { name: 'Settings' }));
  await user.keyboard('{Escape}');
  screen.getByRole('button', { name: 'Start timer' });
  expect(main.commands).toHaveLength(1);
  await user.keyboard('{Escape}');
  expect(main.commands.at(-1)).toEqual({ type: 'popup/close' });
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
  expect(screen.getByText('Server').nextElementSibling?.textContent).toBe('a.example');
  await main.push(snapshot());
  expect(screen.queryByText('Server')).toBeNull();
});
