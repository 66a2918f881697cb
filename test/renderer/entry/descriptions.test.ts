import { screen } from '@testing-library/svelte';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { asTyped, withBreaksOf } from '../../../src-renderer/typed/line-breaks.ts';
import { openPopup } from '../support/open-popup.ts';
import { at, entry, running, withEntries, snapshot } from '../support/snapshots.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: at('14:55:07'), toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

const FAMILY = '👨‍👩‍👧‍👦🏳️‍🌈';
const KEPT = [
  'one\ntwo',
  'one\r\ntwo\r\n\r\nthree',
  'a\tb',
  `${FAMILY}\n${FAMILY}`,
  'x'.repeat(3000),
  'שלום\u200F\nعليكم',
];

const lastCommand = (commands: readonly unknown[]) => commands.at(-1);

describe.each(KEPT)('The description %j', (description) => {
  test('comes back as it was from the form of its entry', async () => {
    const { main, user } = await openPopup(
      withEntries([entry({ state: 'delivered' }, { description })]),
    );
    await user.keyboard('{Control>}l{/Control}');
    screen.getAllByRole('row')[0]?.focus();
    await user.keyboard('e');
    const field = await screen.findByRole('textbox', { name: 'Description of the entry' });
    expect((field as HTMLTextAreaElement).value).toBe(asTyped(description));
    await user.click(screen.getByRole('checkbox', { name: 'Break' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(lastCommand(main.commands)).toEqual({
      type: 'entry/edit',
      entryId: expect.any(String) as string,
      entryType: 'break',
    });
  });
});

test('A word added to several lines leaves their breaks as they were', async () => {
  const timer = { ...running, description: 'one\r\ntwo' } as const;
  const { main, user } = await openPopup(snapshot({ timer }));
  await user.click(screen.getByRole('button', { name: /, edit the task$/ }));
  await user.type(
    screen.getByRole('textbox', { name: 'Description of the timer' }),
    '!{Shift>}{Enter}{/Shift}three{Enter}',
  );
  expect(lastCommand(main.commands)).toEqual({
    type: 'timer/edit',
    description: 'one\r\ntwo!\r\nthree',
  });
});

test('Enter saves, with Shift or Alt it begins a new line', async () => {
  const { main, user } = await openPopup(snapshot({ timer: running }));
  await user.click(screen.getByRole('button', { name: /, edit the task$/ }));
  const field = screen.getByRole('textbox', { name: 'Description of the timer' });
  await user.clear(field);
  await user.type(field, 'one{Shift>}{Enter}{/Shift}two{Alt>}{Enter}{/Alt}three{Enter}');
  expect(lastCommand(main.commands)).toEqual({
    type: 'timer/edit',
    description: 'one\ntwo\nthree',
  });
});

test('Whatever stands there, typed back it is the same', () => {
  const text = fc
    .array(fc.constantFrom('a', '\n', '\r\n', '\r', '\t', ' ', FAMILY))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (words) => {
      expect(withBreaksOf(words, asTyped(words))).toBe(words);
      expect(asTyped(withBreaksOf(words, `${asTyped(words)}!\n`))).toBe(`${asTyped(words)}!\n`);
    }),
  );
});
