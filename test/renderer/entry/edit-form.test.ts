import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Snapshot } from '#contract';
import {
  dayOf,
  focused,
  focusRow,
  gap,
  later,
  morning,
  morningDay,
} from '../support/entry-rows.ts';
import { type OpenPopup, openPopup } from '../support/open-popup.ts';
import { at, entry, running, snapshot } from '../support/snapshots.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: at('14:55:07'), toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const shown = () => ['Start', 'End', 'Length'].map((name) => field(name).value);

async function editReview(day: Snapshot = morningDay()): Promise<OpenPopup> {
  const popup = await openPopup(day);
  focusRow(/^Review/);
  await popup.user.keyboard('e');
  return popup;
}

async function type({ user }: OpenPopup, name: string, text: string): Promise<void> {
  await user.clear(field(name));
  if (text !== '') await user.type(field(name), text);
}

test('The form begins with the start, marked to be typed over', async () => {
  await editReview();
  expect(document.activeElement).toBe(field('Start'));
  expect([field('Start').selectionStart, field('Start').selectionEnd]).toEqual([0, 5]);
  expect(shown()).toEqual(['10:30', '11:00', '0:30']);
});

test('A new length moves the end, a new start or end changes the length', async () => {
  const popup = await editReview();
  await type(popup, 'Length', '1h15');
  expect(shown()).toEqual(['10:30', '11:45', '1h15']);
  await type(popup, 'End', '12');
  expect(shown()).toEqual(['10:30', '12', '1:30']);
  await type(popup, 'Start', '9:45');
  expect(shown()).toEqual(['9:45', '12', '2:15']);
  screen.getByText('09:45 – 12:00, 2:15');
});

test('A typed length stays when the start is typed after it', async () => {
  const popup = await editReview();
  await type(popup, 'Length', '20');
  await type(popup, 'Start', '9:00');
  expect(shown()).toEqual(['9:00', '9:20', '20']);
});

test.for([
  ['End', '10:29', 'The end is before the start.'],
  ['End', '10:30', 'The entry would have no length.'],
  ['Length', '0', 'The entry would have no length.'],
  ['End', '15:00', 'The end lies in the future.'],
  ['Length', '9:00', 'The end lies in the future.'],
  ['Start', '10:30 -40', 'That is longer than 31 days.'],
  ['Start', '11:30', 'The end is before the start.'],
  ['Start', 'soon', 'Write a time such as 9:15.'],
  ['End', '', 'Write a time such as 9:15.'],
  ['Length', 'ages', 'Write a length such as 1:30'],
] as const)('%s “%s” says at once: %s', async ([name, text, words]) => {
  const popup = await editReview();
  await type(popup, name, text);
  screen.getByText(words, { exact: false });
  expect(field(name).getAttribute('aria-invalid')).toBe('true');
  await popup.user.keyboard('{Enter}');
  expect(document.activeElement).toBe(field(name));
  expect(popup.main.commands.map((command) => command.type)).toEqual(['popup/ready']);
});

test('An overlap is told with whom and how long, and does not keep it from being saved', async () => {
  const popup = await editReview(morningDay({ timer: running }));
  await type(popup, 'End', '13:41');
  screen.getByText('Overlaps “E-mail” by 30 min, the running timer by 10 min.');
  await popup.user.keyboard('{Enter}');
  expect(popup.main.commands.at(-1)).toMatchObject({ type: 'entry/edit', seconds: 191 * 60 });
});

test('An end of the next day is understood, and its date shown', async () => {
  const night = entry(
    { state: 'delivered' },
    { id: 'night', startAt: later(at('22:00:00'), -86_400), seconds: morning[1].seconds },
  );
  const popup = await openPopup(dayOf([night]));
  focusRow(/^Review/);
  await popup.user.keyboard('e');
  expect(shown()).toEqual(['22:00 -1', '22:30', '0:30']);
  await type(popup, 'End', '1:15');
  screen.getByText(/Mar.* 22:00 – 01:15, 3:15$/);
  await popup.user.keyboard('{Enter}');
  expect(popup.main.commands.at(-1)).toEqual({
    type: 'entry/edit',
    entryId: 'night',
    seconds: 3.25 * 3600,
  });
});

test('What was not typed stays to the second', async () => {
  const odd = entry(
    { state: 'delivered' },
    { id: 'odd', startAt: at('10:30:17'), seconds: morning[1].seconds },
  );
  const popup = await openPopup(dayOf([odd]));
  focusRow(/^Review/);
  await popup.user.keyboard('e');
  expect(shown()).toEqual(['10:30:17', '11:00:17', '0:30']);
  await type(popup, 'Description of the entry', 'x');
  await popup.user.keyboard('{Enter}');
  expect(popup.main.commands.at(-1)).toEqual({
    type: 'entry/edit',
    entryId: 'odd',
    description: 'x',
  });
});

test('An entry that is saved unchanged closes without a command', async () => {
  const { main, user } = await editReview();
  await user.keyboard('{Enter}');
  expect(main.commands.map((command) => command.type)).toEqual(['popup/ready']);
  expect(focused()).toBe('Review pull requests');
});

test('Escape leaves all as it was and goes back to the row', async () => {
  const popup = await editReview();
  await type(popup, 'Start', '9:00');
  await popup.user.keyboard('{Escape}');
  expect(screen.queryByRole('textbox', { name: 'Start' })).toBeNull();
  expect(focused()).toBe('Review pull requests');
  expect(popup.main.commands.map((command) => command.type)).toEqual(['popup/ready']);
});

test('A snapshot keeps what is typed, and changes what is not', async () => {
  const popup = await editReview();
  await type(popup, 'Description of the entry', 'half a sen');
  const [mail, review, dryRun] = morning;
  const moved = { ...review, startAt: at('10:35:00') };
  await popup.main.push(dayOf([mail, moved, dryRun], { gaps: [gap] }, { revision: 2 }));
  expect(document.activeElement).toBe(field('Description of the entry'));
  expect(field('Description of the entry').value).toBe('half a sen');
  expect(shown()).toEqual(['10:35', '11:05', '0:30']);
});

test('The form turns an activity into a break', async () => {
  const { main, user } = await editReview();
  await user.click(screen.getByRole('checkbox', { name: 'Break' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(main.commands.at(-1)).toEqual({
    type: 'entry/edit',
    entryId: 'review',
    entryType: 'break',
  });
});

test('Times are written and read with 12 hours where the account has them', async () => {
  const settings = { ...morningDay().settings, hours: '12h' } as const;
  const popup = await editReview(morningDay({ settings }));
  expect(shown()).toEqual(['10:30 am', '11:00 am', '0:30']);
  await type(popup, 'End', '1:15');
  await popup.user.keyboard('{Enter}');
  expect(popup.main.commands.at(-1)).toMatchObject({ seconds: 165 * 60 });
});

test('Ctrl+N adds the quarter of an hour up to now', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.keyboard('{Control>}n{/Control}');
  expect(shown()).toEqual(['14:40', '14:55', '0:15']);
  await user.type(field('Description of the entry'), 'Phone{Enter}');
  expect(main.commands.at(-1)).toEqual({
    type: 'entry/add',
    startAt: at('14:40:00'),
    seconds: 900,
    description: 'Phone',
  });
});

test('Adding on a gap begins with the span of the gap', async () => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/not tracked/);
  await user.keyboard('{Enter}');
  expect(shown()).toEqual(['10:00', '10:30', '0:30']);
  await user.keyboard('{Enter}');
  expect(main.commands.at(-1)).toEqual({ type: 'entry/add', startAt: gap.startAt, seconds: 1800 });
});

test('Adding while a timer runs ends where it began, and on another day after its last entry', async () => {
  const { main, user } = await openPopup(snapshot({ timer: running }));
  await user.click(screen.getByRole('button', { name: 'Add an entry' }));
  expect(shown()).toEqual(['13:16', '13:31', '0:15']);
  await user.keyboard('{Escape}');
  const day = {
    ...morningDay().today,
    startAt: later(at('00:00:00'), -86_400),
    endAt: at('00:00:00'),
    entries: morning.map((each) => ({ ...each, startAt: later(each.startAt, -86_400) })),
    gaps: [],
  };
  await main.push(snapshot({ shown: { kind: 'day', day } }));
  await user.click(screen.getByRole('button', { name: 'Add an entry' }));
  expect(shown()).toEqual(['11:30', '11:45', '0:15']);
});

test.for([
  ['s', '8:59', 'Choose a moment inside the entry.'],
  ['s', '10:00', 'Choose a moment inside the entry.'],
  ['s', 'x', 'Write a time such as 9:15.'],
  ['h', 'x', 'Write by how much, such as -5 (minutes), +15 or 1:00.'],
  ['h', '9:00', 'The end lies in the future.'],
] as const)('%s with “%s” says: %s', async ([key, text, words]) => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/^Migration/);
  await user.keyboard(`${key}${text}`);
  screen.getByText(words, { exact: false });
  await user.keyboard('{Enter}');
  expect(main.commands.map((command) => command.type)).toEqual(['popup/ready']);
  await user.keyboard('{Escape}');
  expect(focused()).toBe('Migration dry run');
});
