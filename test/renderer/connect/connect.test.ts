import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { openPopup } from '../support/open-popup.ts';
import { account, snapshot } from '../support/snapshots.ts';

const first = snapshot({ account: { state: 'none' } });
const address = 'https://focus.toggl.com/123/workspaces/456/calendar';

function textbox(name: string): HTMLElement {
  return screen.getByRole('textbox', { name });
}

function button(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}

test('The first run begins in the field for the key, which shows dots until asked', async () => {
  const { user } = await openPopup(first);
  const key = textbox('API key');
  expect(document.activeElement).toBe(key);
  expect(key.classList).toContain('hidden-text');
  await user.click(button('Show API key'));
  expect(key.classList).not.toContain('hidden-text');
  expect(key.getAttribute('autocomplete')).toBe('off');
});

test('What the start came upon is told before there is an account, too', async () => {
  const damagedFile = '/home/ada/stint.sqlite.damaged';
  const notice = { kind: 'database-recovered', entries: 0, waiting: 0, damagedFile } as const;
  await openPopup({ ...first, notice });
  expect(screen.getByRole('status', { name: 'Notices' }).textContent).toContain(damagedFile);
});

test('Enter sends key and address, trimmed of what pasting brings along', async () => {
  const { main, user } = await openPopup(first);
  await user.type(textbox('API key'), ' toggl_sk_1 ');
  await user.type(textbox('Toggl Focus address'), ` ${address} {Enter}`);
  expect(main.commands.at(-1)).toEqual({
    type: 'account/connect',
    credential: { kind: 'key', key: 'toggl_sk_1' },
    place: { kind: 'address', address },
  });
});

test('Settings that are opened before the answer to Connect has come stay open', async () => {
  const { main, user } = await openPopup(first);
  const answered = main.whyPaused('account/connect');
  await user.type(textbox('API key'), 'k');
  await user.type(textbox('Toggl Focus address'), `${address}{Enter}`);
  await main.push(snapshot());
  await user.click(button('Settings'));
  answered();
  await new Promise((resolve) => setTimeout(resolve));
  screen.getByRole('heading', { name: 'Settings' });
});

test('E-mail and password are not in the first sight, and where key and address are is', async () => {
  const { user } = await openPopup(first);
  const password = button('Use e-mail and password');
  const ways = password.closest('details');
  expect(ways?.open).toBe(false);
  await user.click(screen.getByText('More ways to connect'));
  expect(ways?.open).toBe(true);
  await user.click(password);
  expect(screen.queryByText('More ways to connect')).toBeNull();
  await user.click(button('Use an API key'));
  screen.getByText(/open the settings, make an API key/);
  screen.getByText(/top of your browser/);
});

test('A first run says where Stint lives, an account that is connected again does not', async () => {
  await openPopup(first);
  screen.getByText(/as an icon beside the clock/);
});

test('E-mail, password and typed numbers are sent as what they are', async () => {
  const { main, user } = await openPopup(first);
  await user.click(button('Use e-mail and password'));
  await user.type(textbox('E-mail'), 'ada@example.org');
  await user.type(textbox('Password'), ' secret ');
  await user.click(button('Type the numbers instead'));
  await user.type(textbox('Organization ID'), '123');
  await user.type(textbox('Workspace ID'), '456');
  await user.click(button('Connect'));
  expect(main.commands.at(-1)).toEqual({
    type: 'account/connect',
    credential: { kind: 'password', email: 'ada@example.org', password: ' secret ' },
    place: { kind: 'ids', organizationId: 123, workspaceId: 456 },
  });
});

test('What is missing is said, gets the focus, and nothing is sent', async () => {
  const { main, user } = await openPopup(first);
  await user.click(button('Connect'));
  expect(screen.getByRole('alert').textContent).toBe('Paste your API key first.');
  expect(document.activeElement).toBe(textbox('API key'));

  await user.type(textbox('API key'), 'k{Enter}');
  expect(screen.getByRole('alert').textContent).toContain('address of your workspace');
  expect(document.activeElement).toBe(textbox('Toggl Focus address'));

  await user.click(button('Type the numbers instead'));
  await user.type(textbox('Organization ID'), '12.5{Enter}');
  expect(screen.getByRole('alert').textContent).toContain('whole numbers');
  await user.click(button('Use e-mail and password'));
  await user.type(textbox('E-mail'), 'ada@example.org{Enter}');
  expect(document.activeElement).toBe(textbox('Password'));
  expect(main.commands.map(({ type }) => type)).toEqual(['popup/ready']);
});

test('While Toggl is asked, the button says so and a second press sends nothing', async () => {
  const { main, user } = await openPopup(first);
  const answer = main.whyPaused('account/connect');
  await user.type(textbox('API key'), 'k');
  await user.type(textbox('Toggl Focus address'), `${address}{Enter}`);
  const busy = button('Asking Toggl Focus…');
  expect(busy.getAttribute('aria-busy')).toBe('true');
  await user.click(busy);
  await user.click(button('Try the demo'));
  answer();
  await screen.findByRole('button', { name: 'Connect' });
  expect(main.commands.map(({ type }) => type)).toEqual(['popup/ready', 'account/connect']);
});

test('Before the first account a failure speaks of nothing tracked', async () => {
  const { main, user } = await openPopup(first);
  main.answer('account/demo', { kind: 'offline', cause: 'network' });
  await user.click(screen.getByRole('button', { name: 'Try the demo' }));
  const words = (await screen.findByRole('alert')).textContent;
  expect(words).toContain('Nothing was changed.');
  expect(words).not.toContain('track');
});

test('A failure says what happened, what became of the data and what to do, and keeps the fields', async () => {
  const { main, user } = await openPopup(first);
  main.answer('account/connect', { kind: 'organization-forbidden' });
  await user.type(textbox('API key'), 'k');
  await user.type(textbox('Toggl Focus address'), `${address}{Enter}`);
  const words = (await screen.findByRole('alert')).textContent;
  expect(words).toContain('no access to that organization');
  expect(words).toContain('Nothing was changed');
  expect(words).toContain('Copy the address');
  expect(textbox('API key')).toHaveProperty('value', 'k');
});

test('The key is out of the page once it was accepted', async () => {
  const { main, user } = await openPopup(first);
  await user.type(textbox('API key'), 'toggl_sk_1');
  await user.type(textbox('Toggl Focus address'), `${address}{Enter}`);
  expect(textbox('API key')).toHaveProperty('value', '');
  await main.push(snapshot());
  expect(screen.queryByRole('textbox', { name: 'API key' })).toBeNull();
  screen.getByRole('button', { name: 'Start timer' });
});

test('The demo and the page with the key are one click away', async () => {
  const { main, user } = await openPopup(first);
  await user.click(button('Where do I find my key?'));
  await user.click(button('Try the demo'));
  expect(main.commands.slice(1)).toEqual([
    { type: 'link/open', link: 'api-key' },
    { type: 'account/demo' },
  ]);
});

test('Connecting again knows the place, and Escape goes back without closing', async () => {
  const { main, user } = await openPopup(snapshot({ account: { ...account, keyRefused: true } }));
  await user.click(button('Connect again'));
  expect(textbox('Organization ID')).toHaveProperty('value', '123');
  expect(textbox('Workspace ID')).toHaveProperty('value', '456');
  expect(screen.queryByRole('button', { name: 'Try the demo' })).toBeNull();
  await user.keyboard('{Escape}');
  screen.getByRole('button', { name: 'Start timer' });
  expect(main.commands.map(({ type }) => type)).toEqual(['popup/ready']);

  await user.click(button('Connect again'));
  await user.type(textbox('API key'), 'new{Enter}');
  expect(main.commands.at(-1)).toEqual({
    type: 'account/connect',
    credential: { kind: 'key', key: 'new' },
    place: { kind: 'ids', organizationId: 123, workspaceId: 456 },
  });
  await screen.findByRole('button', { name: 'Start timer' });
});

test('Escape on the first run closes the popup', async () => {
  const { main, user } = await openPopup(first);
  await user.keyboard('{Escape}');
  expect(main.commands.at(-1)).toEqual({ type: 'popup/close' });
});

test('Another host than Toggl’s is named before a key is typed, and the own one is not', async () => {
  const { main } = await openPopup(
    snapshot({ account: { state: 'none' }, otherHost: 'a.example:8443' }),
  );
  screen.getByText(/^STINT_API_URL leads Stint to a\.example:8443 instead of Toggl Focus\./);
  await main.push(first);
  expect(screen.queryByText(/STINT_API_URL/)).toBeNull();
});
