import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { focusRow, morningDay } from '../support/entry-rows.ts';
import { openPopup, type OpenPopup } from '../support/open-popup.ts';
import { at, entry, running, snapshot, withEntries } from '../support/snapshots.ts';
import type { Seconds } from '#contract';

const settings = { ...snapshot().settings, hours: '12h' } as const;
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: at('14:35:00') });
});

afterEach(() => {
  vi.useRealTimers();
});

async function type({ user }: OpenPopup, name: string, text: string): Promise<void> {
  await user.clear(field(name));
  await user.type(field(name), text);
}

test.for([
  ['2:30', '2:30 PM', '14:30:00'],
  ['1', '1:00 PM', '13:00:00'],
  ['12:10', '12:10 PM', '12:10:00'],
  // What lies ahead cannot be meant.
  ['2:50', '2:50 AM', '02:50:00'],
  ['2:30am', '2:30 AM', '02:30:00'],
] as const)(
  'A start of the running timer typed as %s is %s, and shown while typing',
  async (row) => {
    const [typed, shown, iso] = row;
    const popup = await openPopup(snapshot({ timer: running, settings }));
    await popup.user.click(screen.getByRole('button', { name: /, edit the task$/ }));
    await type(popup, 'Started at', typed);
    screen.getByText(`since ${shown}`);
    await popup.user.keyboard('{Enter}');
    expect(popup.main.commands.at(-1)).toEqual({ type: 'timer/edit', startAt: at(iso) });
  },
);

async function editAfternoon(): Promise<OpenPopup> {
  const afternoon = entry(
    { state: 'delivered' },
    { startAt: at('12:30:00'), seconds: 3600 as Seconds },
  );
  const popup = await openPopup(withEntries([afternoon], { settings }));
  focusRow(/^Review/);
  await popup.user.keyboard('e');
  return popup;
}

test.for([
  ['Start', '1:15', '1:15 – 1:30 PM, 0:15'],
  ['Start', '11:45', '11:45 AM – 1:30 PM, 1:45'],
  ['Start', '12:45', '12:45 – 1:30 PM, 0:45'],
  ['End', '2:30', '12:30 – 2:30 PM, 2:00'],
  ['End', '1', '12:30 – 1:00 PM, 0:30'],
] as const)('%s %s of a finished entry is read as %s, and shown while typing', async (row) => {
  const [name, typed, preview] = row;
  const popup = await editAfternoon();
  await type(popup, name, typed);
  screen.getByText(preview);
});

test('An end like the start is no half day', async () => {
  const popup = await editAfternoon();
  await type(popup, 'End', '12:30');
  screen.getByText('The entry would have no length.');
});

test('A split is read inside the entry, and both parts are shown while typing', async () => {
  const popup = await openPopup(
    withEntries(
      [entry({ state: 'delivered' }, { startAt: at('12:30:00'), seconds: 7200 as Seconds })],
      {
        settings,
      },
    ),
  );
  focusRow(/^Review/);
  await popup.user.keyboard('s');
  await type(popup, 'Split at', '2:15');
  screen.getByText('12:30 – 2:15 PM, then 2:15 – 2:30 PM');
  await popup.user.keyboard('{Enter}');
  expect(popup.main.commands.at(-1)).toMatchObject({ at: at('14:15:00') });
});

test('With 24 hours a time is what is written', async () => {
  const popup = await openPopup(morningDay({ timer: running }));
  await popup.user.click(screen.getByRole('button', { name: /, edit the task$/ }));
  await type(popup, 'Started at', '2:30');
  screen.getByText('since 02:30');
});
