import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { entryKeys } from '../../../src-renderer/words/entry/keyboard-keys.ts';
import { keyCases } from '../support/entry-key-cases.ts';
import {
  dayOf,
  focused,
  focusRow,
  morning,
  morningDay,
  overlap,
  rows,
} from '../support/entry-rows.ts';
import { openPopup } from '../support/open-popup.ts';
import { at, entry, running } from '../support/snapshots.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: at('14:55:07'), toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

const table = entryKeys.flatMap(({ action, does }) =>
  keyCases[action].map((each) => [does, each.presses.join(' '), each] as const),
);

test.for(table)('“%s” is done with %s', async ([, , { day, on, presses, sends }]) => {
  const { main, user } = await openPopup(day);
  focusRow(on);
  let count = 0;
  for (const press of presses) {
    if (press.startsWith('>')) {
      await user.keyboard(press.slice(1));
    } else if (press.startsWith('?')) {
      await screen.findByRole('option', { name: new RegExp(press.slice(1)) });
    } else {
      await user.keyboard(press);
      count += 1;
    }
  }
  expect(main.commands.at(-1)).toEqual(sends);
  expect(count).toBeLessThanOrEqual(4);
});

test('The list is one tab stop: arrows, Home and End move within it', async () => {
  const { user } = await openPopup(morningDay());
  expect(rows().filter((row) => row.tabIndex === 0)).toHaveLength(1);
  focusRow(/^E-mail/);
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('Review pull requests');
  await user.keyboard('{End}');
  expect(focused()).toBe('Migration dry run');
  await user.keyboard('{ArrowUp}');
  expect(focused()).toBe('30 min not tracked');
  await user.keyboard('{Home}{ArrowUp}');
  expect(focused()).toBe('E-mail');
  await user.tab();
  expect(document.activeElement?.textContent.trim()).toBe('Read the plan');
  await user.tab({ shift: true });
  expect(focused()).toBe('E-mail');
});

test('Letters mean nothing while a form of the entry is written in', async () => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/^Review/);
  await user.keyboard('e{Shift>}{Tab}{/Shift}add c, d and {Delete}');
  expect(main.commands.map(({ type }) => type)).toEqual(['popup/ready']);
  expect(screen.getByRole('textbox', { name: 'Description of the entry' })).toHaveProperty(
    'value',
    'add c, d and ',
  );
});

test('A letter of another alphabet is told by its place on the keyboard', async () => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/^Review/);
  await user.keyboard('[KeyD]');
  const press = new KeyboardEvent('keydown', { key: 'с', code: 'KeyC', bubbles: true });
  document.activeElement?.dispatchEvent(press);
  expect(main.commands.map(({ type }) => type).slice(-2)).toEqual([
    'entry/duplicate',
    'timer/start',
  ]);
});

test.for([
  ['f', /^E-mail/, 'No gap follows right after this entry.'],
  ['1', /^Review/, 'This entry overlaps nothing.'],
  ['k', /^Review/, 'Nothing here differs from what Toggl Focus has.'],
  ['t', /^E-mail/, 'This entry has no task.'],
] as const)('%s says why it does nothing', async ([key, on, words]) => {
  const { main, user } = await openPopup(morningDay());
  focusRow(on);
  await user.keyboard(key);
  screen.getByText(words);
  expect(main.commands.map(({ type }) => type)).toEqual(['popup/ready']);
});

test('A command that fails says so below the list, until the next key', async () => {
  const { main, user } = await openPopup(morningDay());
  main.answer('entry/duplicate', { kind: 'unknown-entry' });
  focusRow(/^Review/);
  await user.keyboard('d');
  expect((await screen.findByRole('alert')).textContent).toContain('no longer in the list');
  await user.keyboard('a');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('An overlap with the running timer is told and mended at the entry', async () => {
  const lateDay = dayOf(
    [entry({ state: 'delivered' }, { id: 'long', startAt: at('13:00:00') })],
    {
      overlaps: [
        {
          earlierId: 'long',
          laterId: running.state === 'running' ? running.id : '',
          startAt: at('13:31:00'),
          endAt: at('13:42:00'),
        },
      ],
    },
    { timer: running },
  );
  const { main, user } = await openPopup(lateDay);
  screen.getByText('Overlaps the running timer by 11 min');
  await user.click(screen.getByRole('button', { name: 'Trim earlier Review pull requests' }));
  expect(main.commands.at(-1)).toEqual({
    type: 'overlap/mend',
    earlierId: 'long',
    laterId: 'session-1',
    way: 'trim-earlier',
  });
});

test('Three entries in the same place are told with all their overlaps', async () => {
  const [mail] = morning;
  const twins = ['first', 'second', 'third'].map((id) => ({ ...mail, id }));
  const span: [string, string] = ['11:00:00', '11:30:00'];
  const { main } = await openPopup(dayOf([mail]));
  await main.push(
    dayOf(twins, {
      overlaps: [
        overlap('third', 'second', span),
        overlap('third', 'first', span),
        overlap('second', 'first', span),
      ],
    }),
  );
  expect(screen.getAllByText('Overlaps “E-mail” by 30 min')).toHaveLength(3);
});
