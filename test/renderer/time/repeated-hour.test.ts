import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EntryView, Instant, Seconds, Snapshot } from '#contract';
import { focusRow, times } from '../support/entry-rows.ts';
import { openPopup, type OpenPopup } from '../support/open-popup.ts';
import { day, entry, running, snapshot } from '../support/snapshots.ts';

const utc = (iso: string) => Date.parse(`${iso}Z`) as Instant;
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const shown = () => ['Start', 'End', 'Length'].map((name) => field(name).value);

/** The two passes of half past two in the night of 25 October 2026. */
const [first, second] = [utc('2026-10-25T00:30'), utc('2026-10-25T01:30')] as const;
const night = { startAt: utc('2026-10-24T22:00'), endAt: utc('2026-10-25T23:00') };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: utc('2026-10-25T02:30') });
});

afterEach(() => {
  vi.useRealTimers();
});

function inTheNight(entries: readonly EntryView[], changes: Partial<Snapshot> = {}): Snapshot {
  return snapshot({
    zone: 'Europe/Berlin',
    at: utc('2026-10-25T02:30'),
    today: day(entries, night),
    ...changes,
  });
}

const at = (startAt: Instant, minutes: number, changes: Partial<EntryView> = {}) =>
  entry({ state: 'delivered' }, { startAt, seconds: (minutes * 60) as Seconds, ...changes });

async function edit(whole: EntryView): Promise<OpenPopup> {
  const popup = await openPopup(inTheNight([whole]));
  focusRow(/^Review/);
  await popup.user.keyboard('e');
  return popup;
}

async function type({ user }: OpenPopup, name: string, text: string): Promise<void> {
  await user.clear(field(name));
  await user.type(field(name), text);
}

test('A timer that began in the second pass keeps its start when only its description is changed', async () => {
  const timer = { ...running, startAt: second } as typeof running;
  const { main, user } = await openPopup(inTheNight([], { timer }));
  await user.click(screen.getByRole('button', { name: /, edit the task$/ }));
  expect(field('Started at').value).toBe('2:30 2nd');
  await user.type(field('Description of the timer'), '!{Enter}');
  expect(main.commands.at(-1)).toEqual({ type: 'timer/edit', description: 'second rehearsal!' });
});

test('A start that was typed over with what stood there is not changed, the other pass is named', async () => {
  const timer = { ...running, startAt: second } as typeof running;
  const popup = await openPopup(inTheNight([], { timer }));
  await popup.user.click(screen.getByRole('button', { name: /, edit the task$/ }));
  await type(popup, 'Started at', '2:30 2nd{Enter}');
  expect(popup.main.commands.map((command) => command.type)).not.toContain('timer/edit');
  await popup.user.click(screen.getByRole('button', { name: /, edit the task$/ }));
  await type(popup, 'Started at', '2:30 1st{Enter}');
  expect(popup.main.commands.at(-1)).toEqual({ type: 'timer/edit', startAt: first });
});

test('Rows say which pass they are of', async () => {
  await openPopup(inTheNight([at(second, 20), at(first, 40, { id: 'earlier' })]));
  expect(times()).toEqual(['02:30 2nd – 02:50 2nd', '02:30 1st – 02:10 2nd']);
});

test('An entry of the second pass is edited in it', async () => {
  const popup = await edit(at(second, 20));
  expect(shown()).toEqual(['2:30 2nd', '2:50 2nd', '0:20']);
  await type(popup, 'Start', '2:40');
  screen.getByText('2:40 comes twice that night; the second is meant.', { exact: false });
  await popup.user.keyboard('{Enter}');
  expect(popup.main.commands.at(-1)).toEqual({
    type: 'entry/edit',
    entryId: 'entry-1',
    startAt: utc('2026-10-25T01:40'),
    seconds: 600,
  });
});

test('An entry over both passes is split in either', async () => {
  const popup = await openPopup(inTheNight([at(utc('2026-10-24T23:30'), 150)]));
  focusRow(/^Review/);
  await popup.user.keyboard('s');
  expect(field('Split at').value).toBe('2:45 1st');
  await type(popup, 'Split at', '2:45 2nd{Enter}');
  expect(popup.main.commands.at(-1)).toMatchObject({ at: utc('2026-10-25T01:45') });
});

test('An entry is added in the pass that is named', async () => {
  const popup = await openPopup(inTheNight([]));
  await popup.user.keyboard('{Control>}n{/Control}');
  await type(popup, 'Start', '2:10 1st');
  await type(popup, 'End', '2:05 2nd{Enter}');
  expect(popup.main.commands.at(-1)).toEqual({
    type: 'entry/add',
    startAt: utc('2026-10-25T00:10'),
    seconds: 55 * 60,
  });
});

test('A description that ends with a blank is not sent when only the length was changed', async () => {
  const popup = await edit(at(first, 20, { description: 'Call with Ada ' }));
  await type(popup, 'Length', '0:25{Enter}');
  expect(popup.main.commands.at(-1)).toEqual({
    type: 'entry/edit',
    entryId: 'entry-1',
    seconds: 1500,
  });
});

test('A timer keeps the blank behind its description, and a task that was chosen elsewhere meanwhile', async () => {
  const timer = { ...running, startAt: first, description: 'Call ' } as typeof running;
  const { main, user } = await openPopup(inTheNight([], { timer }));
  await user.click(screen.getByRole('button', { name: /, edit the task$/ }));
  await main.push(inTheNight([], { timer: { ...timer, task: undefined } as typeof running }));
  await type({ main, user }, 'Started at', '1:30{Enter}');
  expect(main.commands.at(-1)).toEqual({ type: 'timer/edit', startAt: utc('2026-10-24T23:30') });
});
