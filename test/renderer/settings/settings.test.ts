import { fireEvent, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Snapshot } from '#contract';
import { openPopup, type OpenPopup } from '../support/open-popup.ts';
import { snapshot } from '../support/snapshots.ts';

async function openSettings(drawn: Snapshot = snapshot()): Promise<OpenPopup> {
  const popup = await openPopup(drawn);
  await popup.user.click(screen.getByRole('button', { name: 'Settings' }));
  return popup;
}

const wordsOf = (choice: HTMLElement) =>
  within(choice)
    .getAllByRole('option')
    .map(({ textContent }) => textContent);

const CHOICES = [
  [
    'Left click on the icon',
    ['opens Stint', 'starts the last task, or stops'],
    { type: 'settings/left-click', leftClick: 'toggle' },
  ],
  ['Theme', ['as the system', 'light', 'dark'], { type: 'settings/theme', theme: 'dark' }],
  [
    'Text size',
    ['100 %', '110 %', '125 %', '150 %', '175 %', '200 %'],
    { type: 'settings/text-size', percent: 200 },
  ],
  [
    'Lengths',
    ['as in Toggl Focus', 'classic, 0:47:06', 'improved, 0:47', 'decimal, 0.78 h'],
    { type: 'settings/lengths', style: 'decimal' },
  ],
  [
    'Show gaps from',
    ['1 min', '5 min', '10 min', '15 min', '30 min'],
    { type: 'settings/gaps-from', minutes: 30 },
  ],
  [
    'Ask when I am away for',
    ['off', ...[1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120].map((minutes) => `${minutes} min`)],
    { type: 'settings/away-after', minutes: 120 },
  ],
] as const;

test.for(CHOICES)('%s is a choice, sent as it is made', async ([label, words, command]) => {
  const { main, user } = await openSettings();
  const choice = screen.getByRole('combobox', { name: label });
  expect(wordsOf(choice)).toEqual(words);
  await user.selectOptions(choice, words.at(-1)!);
  expect(main.commands.at(-1)).toEqual(command);
});

test('What was chosen is drawn as main has it', async () => {
  const { settings } = snapshot();
  const chosen = { theme: 'dark', textSize: 150, lengthsChosen: 'classic', gapsFrom: 15 } as const;
  const { main } = await openSettings(snapshot({ settings: { ...settings, ...chosen } }));
  const values = () => screen.getAllByRole<HTMLSelectElement>('combobox').map(({ value }) => value);
  expect(values()).toEqual([
    'opens Stint',
    '10 min',
    '15 min',
    'dark',
    '150 %',
    'classic, 0:47:06',
  ]);
  await main.push(snapshot({ settings: { ...settings, leftClick: 'toggle' } }));
  expect(values()).toEqual([
    'starts the last task, or stops',
    '10 min',
    '5 min',
    'as the system',
    '100 %',
    'as in Toggl Focus',
  ]);
});

test('Where a desktop does not tell of idleness, the settings say what is seen', async () => {
  const { main } = await openSettings();
  expect(screen.queryByText(/does not tell when you are away/)).toBeNull();
  await main.push(snapshot({ awayKnown: false }));
  expect(screen.getByText(/does not tell when you are away/)).toBeDefined();
});

test('A choice follows main after a person has chosen, too', async () => {
  const { main, user } = await openSettings();
  const size = screen.getByRole('combobox', { name: 'Text size' });
  await user.selectOptions(size, '150 %');
  const { settings } = snapshot();
  await main.push(snapshot({ settings: { ...settings, textSize: 150 } }));
  await main.push(snapshot({ settings: { ...settings, textSize: 175 } }));
  expect(size).toHaveProperty('value', '175 %');
});

test('The lengths of the account can be asked for again', async () => {
  const settings = { ...snapshot().settings, lengthsChosen: 'classic' } as const;
  const { main, user } = await openSettings(snapshot({ settings }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Lengths' }), 'as in Toggl Focus');
  expect(main.commands.at(-1)).toEqual({ type: 'settings/lengths', style: null });
});

test('The height of the popup is set by keyboard, too', async () => {
  const { main } = await openSettings();
  const height = screen.getByRole('slider', { name: 'Height' });
  expect(height).toHaveProperty('value', '640');
  await fireEvent.change(height, { target: { value: '800' } });
  expect(main.commands.at(-1)).toEqual({ type: 'settings/popup-height', pixels: 800 });
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

test('Quit and Open Toggl Focus are commands', async () => {
  const { main, user } = await openSettings();
  await user.click(screen.getByRole('button', { name: 'Open Toggl Focus' }));
  await user.click(screen.getByRole('button', { name: 'Quit Stint' }));
  expect(main.commands.slice(2)).toEqual([
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
  expect(main.commands.map(({ type }) => type)).not.toContain('popup/close');
  await user.keyboard('{Escape}');
  expect(main.commands.at(-1)).toEqual({ type: 'popup/close' });
});

test('Whether Stint starts with the system is a switch, which shows what came of it', async () => {
  const { main, user } = await openSettings();
  const choice = screen.getByRole('switch', { name: 'Start with the system' });
  main.answer('app/start-with-system', { kind: 'file-failed', detail: 'EACCES' });
  await user.click(choice);
  expect(main.commands.at(-1)).toEqual({ type: 'app/start-with-system', on: true });
  screen.getByText(/file could not be written \(EACCES\)/);
  expect(choice).toHaveProperty('checked', false);

  await main.push(snapshot({ startsWithSystem: true }));
  expect(choice).toHaveProperty('checked', true);
});
