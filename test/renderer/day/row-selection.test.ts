import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ChangeView } from '#contract';
import { dayOf, focusRow, gap, later, morning, morningDay, rows } from '../support/entry-rows.ts';
import { openPopup } from '../support/open-popup.ts';
import { at } from '../support/snapshots.ts';

const [mail, review, dryRun] = morning;

beforeEach(() => {
  const toFake = ['setTimeout', 'clearTimeout', 'Date'] as const;
  vi.useFakeTimers({ now: at('14:55:07'), toFake: [...toFake], shouldAdvanceTime: true });
});

afterEach(() => {
  vi.useRealTimers();
});

function selected(): readonly (string | undefined)[] {
  return rows()
    .filter((row) => row.ariaSelected === 'true' || row.getAttribute('aria-selected') === 'true')
    .map((row) => row.dataset['entryId']);
}

test('Space selects, Shift and the arrows select further, Escape selects none before it closes', async () => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/^E-mail/);
  await user.keyboard(' ');
  expect(selected()).toEqual(['mail']);
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}');
  expect(selected()).toEqual(['mail', 'review', 'dry-run']);
  await user.keyboard('{Shift>}{ArrowUp}{ArrowUp}{/Shift}');
  expect(selected()).toEqual(['mail', 'review']);
  screen.getByText('2 selected');
  await user.keyboard('{Escape}');
  expect(selected()).toEqual([]);
  expect(main.commands.at(-1)).toEqual({ type: 'popup/ready' });
  await user.keyboard('{Escape}');
  expect(main.commands.at(-1)).toEqual({ type: 'popup/close' });
});

test('Pointers select with Ctrl and Shift', async () => {
  const { user } = await openPopup(morningDay());
  await user.click(screen.getByText('E-mail'));
  await user.keyboard('{Control>}');
  await user.click(screen.getByText('Migration dry run'));
  await user.keyboard('{/Control}');
  expect(selected()).toEqual(['dry-run']);
  await user.keyboard('{Shift>}');
  await user.click(screen.getByText('E-mail'));
  await user.keyboard('{/Shift}');
  expect(selected()).toEqual(['mail', 'review', 'dry-run']);
});

test.for([
  ['Delete', { type: 'entries/delete', entryIds: ['mail', 'review', 'dry-run'] }],
  ['Archive', { type: 'entries/archive', entryIds: ['mail', 'review', 'dry-run'] }],
] as const)('“%s” of the bar is one command for all', async ([name, command]) => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/^E-mail/);
  await user.keyboard('{Control>}a{/Control}');
  const bar = screen.getByRole('group', { name: 'Selected entries' });
  await user.click(within(bar).getByRole('button', { name: new RegExp(`^${name}`) }));
  expect(main.commands.at(-1)).toEqual(command);
});

test('Several are shifted and moved by the keys of one', async () => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/^E-mail/);
  await user.keyboard('{Control>}a{/Control}h-10{Enter}');
  expect(main.commands.at(-1)).toEqual({
    type: 'entries/shift',
    entryIds: ['mail', 'review', 'dry-run'],
    seconds: -600,
  });
  await user.keyboard('mrev');
  await screen.findByRole('option', { name: /Review/ });
  await user.keyboard('{Enter}');
  // What is on that task already is not moved.
  expect(main.commands.at(-1)).toEqual({
    type: 'entries/move',
    entryIds: ['mail', 'dry-run'],
    taskId: 2,
  });
});

test('Selected gaps are filled together with the work before the oldest', async () => {
  const other = { startAt: at('11:30:00'), endAt: at('12:00:00') };
  const { main, user } = await openPopup(dayOf(morning, { gaps: [gap, other] }));
  rows()[0]?.focus();
  await user.keyboard(' {ArrowDown}{ArrowDown}{ArrowDown} ');
  screen.getByText('2 gaps selected');
  await user.keyboard('f');
  expect(main.commands.at(-1)).toMatchObject({
    type: 'gaps/fill',
    gaps: [{ fromAt: other.startAt }, { fromAt: gap.startAt }],
    taskId: 1,
  });
});

test('What is no longer in the list is not selected any more', async () => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/^E-mail/);
  await user.keyboard('{Control>}a{/Control}');
  await main.push(dayOf([mail]));
  screen.getByText('1 selected');
});

const change = (what: ChangeView['what'], at: ChangeView['at'], count = 1): ChangeView => ({
  what,
  count,
  at,
});

function toast(words: string): HTMLElement | null {
  return screen.queryByText(words);
}

test('A change is told quietly with a way back, for eight seconds', async () => {
  const { main, user } = await openPopup(morningDay());
  const after = { removed: [review], gaps: [] };
  focusRow(/^Review/);
  await user.keyboard('{Delete}');
  await main.push(dayOf([mail, dryRun], after, { undo: change('delete', at('14:55:07')) }));
  expect(toast('Deleted “Review pull requests”.')?.getAttribute('role')).toBe('status');
  await user.click(screen.getByRole('button', { name: /^Undo/ }));
  expect(main.commands.at(-1)).toEqual({ type: 'mend/undo' });
  (document.activeElement as HTMLElement).blur();
  await vi.advanceTimersByTimeAsync(7000);
  expect(toast('Deleted “Review pull requests”.')).not.toBeNull();
  await vi.advanceTimersByTimeAsync(2000);
  expect(toast('Deleted “Review pull requests”.')).toBeNull();
});

test('What ran for a few seconds can be thrown away where its stop is told, and spoken once', async () => {
  const { main, user } = await openPopup(morningDay());
  const undo = { ...change('stop', at('14:55:07')), slipId: 'e1' };
  await main.push(morningDay({ undo }));
  expect(toast('Stopped the timer after seconds.')?.getAttribute('role')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Throw away' }));
  expect(main.commands.at(-1)).toEqual({ type: 'entries/delete', entryIds: ['e1'] });
});

test('The words of a change go with the next one, and with its undoing', async () => {
  const { main } = await openPopup(morningDay());
  await main.push(morningDay({ undo: change('move', at('14:55:07'), 3) }));
  expect(toast('Moved 3 entries.')).not.toBeNull();
  await main.push(morningDay({ undo: change('shift', later(at('14:55:07'), 2)) }));
  expect(toast('Moved 3 entries.')).toBeNull();
  expect(toast('Shifted 1 entry.')).not.toBeNull();
  await main.push(morningDay({ undo: change('move', at('14:55:07'), 3) }));
  expect(toast('Shifted 1 entry.')).toBeNull();
  expect(toast('Moved 3 entries.')).toBeNull();
});

test('What was changed before the popup opened is not told again', async () => {
  await openPopup(morningDay({ undo: change('delete', at('14:00:00')) }));
  expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  expect(vi.getTimerCount()).toBe(0);
});

test('A way back that has the focus stays', async () => {
  const { main } = await openPopup(morningDay());
  await main.push(morningDay({ undo: change('edit', at('14:55:07')) }));
  screen.getByRole('button', { name: /^Undo/ }).focus();
  await vi.advanceTimersByTimeAsync(9000);
  expect(toast('Changed 1 entry.')).not.toBeNull();
  (document.activeElement as HTMLElement).blur();
  await vi.advanceTimersByTimeAsync(9000);
  expect(toast('Changed 1 entry.')).toBeNull();
});

test('Deleted entries stand apart, and all or some come back', async () => {
  const { main, user } = await openPopup(dayOf([mail], { removed: [review, dryRun] }));
  await user.click(screen.getByRole('button', { name: 'Deleted (2)' }));
  await user.click(screen.getByRole('button', { name: 'Restore all' }));
  expect(main.commands.at(-1)).toEqual({
    type: 'entries/restore',
    entryIds: ['review', 'dry-run'],
  });
  await user.click(screen.getByRole('checkbox', { name: /^Migration/ }));
  await user.click(screen.getByRole('button', { name: 'Restore 1' }));
  expect(main.commands.at(-1)).toEqual({ type: 'entries/restore', entryIds: ['dry-run'] });
  await main.push(dayOf([mail, dryRun], { removed: [review] }));
  expect(document.activeElement?.getAttribute('data-entry-id')).toBe('dry-run');
  expect(screen.getByRole('button', { name: 'Restore' })).toBeTruthy();
});
