import { fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { focused, focusRow, gap, morningDay, overlappingDay, rows } from '../support/entry-rows.ts';
import { openPopup } from '../support/open-popup.ts';
import '../support/popovers.ts';
import { at } from '../support/snapshots.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: at('14:55:07'), toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

const menu = () => screen.queryByRole('menu', { name: 'What can be done' });
const items = () =>
  within(menu()!)
    .getAllByRole('menuitem')
    .map((item) => item.firstChild?.textContent?.trim());
const current = () => document.activeElement?.firstChild?.textContent?.trim();

test('The menu key opens all that can be done, the common first', async () => {
  const { main, user } = await openPopup(morningDay());
  const row = focusRow(/^E-mail/);
  await user.keyboard('{ContextMenu}');
  // It has no task, no overlap, no conflict and no gap after it.
  expect(items()).toEqual([
    'Edit',
    'Continue',
    'Duplicate',
    'Delete',
    'Split',
    'Archive or take back',
    'Move to another task',
    'Earlier or later',
    'Break or activity',
    'Details, from Toggl Focus',
  ]);
  const line = menu()!.querySelector('hr');
  expect(line?.previousElementSibling?.textContent).toContain('Delete');
  await user.click(screen.getByRole('menuitem', { name: 'Duplicate' }));
  expect(main.commands.at(-1)).toEqual({ type: 'entry/duplicate', entryId: 'mail' });
  expect(menu()).toBeNull();
  expect(document.activeElement).toBe(row);
});

test('Arrows go round in it, Home, End and letters lead to an item, and Enter does it', async () => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/^E-mail/);
  await user.keyboard('{Shift>}{F10}{/Shift}');
  expect(current()).toBe('Edit');
  await user.keyboard('{ArrowUp}');
  expect(current()).toBe('Details, from Toggl Focus');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(current()).toBe('Continue');
  await user.keyboard('{End}{Home}d');
  expect(current()).toBe('Duplicate');
  await user.keyboard('d');
  expect(current()).toBe('Delete');
  await user.keyboard('b{Enter}');
  expect(main.commands.at(-1)).toMatchObject({ type: 'entry/edit', entryType: 'break' });
});

test.for(['{Escape}', '{Tab}'])(
  '%s closes it and no more, and the row has the focus',
  async (key) => {
    const { main, user } = await openPopup(morningDay());
    const row = focusRow(/^Review/);
    await user.keyboard(`{ContextMenu}${key}`);
    expect(menu()).toBeNull();
    expect(document.activeElement).toBe(row);
    expect(main.commands.map(({ type }) => type)).toEqual(['popup/ready']);
  },
);

test('A right click opens it for the row under the pointer, a press elsewhere closes it', async () => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/^E-mail/);
  await user.pointer({ keys: '[MouseRight]', target: screen.getByText('Migration dry run') });
  expect(focused()).not.toBe('Migration dry run');
  await user.click(screen.getByRole('menuitem', { name: 'Pin its task, or unpin' }));
  expect(main.commands.at(-1)).toEqual({ type: 'task/pin', taskId: 1, pinned: true });
  expect(focused()).toBe('Migration dry run');

  await user.pointer({ keys: '[MouseRight]', target: screen.getByText('Migration dry run') });
  await user.click(screen.getByText('E-mail'));
  expect(menu()).toBeNull();
});

test('The button of a row says whether its menu is open', async () => {
  const { user } = await openPopup(morningDay());
  const [mail, review] = ['E-mail', 'Review pull requests'].map((name) =>
    screen.getByRole('button', { name: `What can be done: ${name}` }),
  );
  await user.click(mail!);
  expect(mail!.getAttribute('aria-expanded')).toBe('true');
  expect(review!.getAttribute('aria-expanded')).toBe('false');
});

test('A gap has a menu, too', async () => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/not tracked/);
  await user.keyboard('{ContextMenu}');
  expect(items()).toEqual(['Fill', 'Add an entry here']);
  await user.keyboard('{Enter}');
  expect(main.commands.at(-1)).toMatchObject({
    type: 'gaps/fill',
    gaps: [{ fromAt: gap.startAt, toAt: gap.endAt }],
  });
});

test('A row that goes takes its menu along', async () => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/^Review/);
  await user.keyboard('{ContextMenu}');
  const day = morningDay();
  await main.push({
    ...day,
    today: { ...day.today, entries: day.today.entries.filter(({ id }) => id !== 'review') },
  });
  expect(menu()).toBeNull();
  expect(focused()).not.toBe('');
});

test.for([
  ['Migration dry run', 'Task'],
  ['second rehearsal', 'Description of the entry'],
  ['10:00', 'End'],
  ['1:00', 'Length'],
] as const)('A double click on “%s” begins with %s', async ([word, field]) => {
  await openPopup(morningDay());
  const row = rows().find((each) => each.textContent.includes('second rehearsal'))!;
  await fireEvent.dblClick(within(row).getByText(word));
  const label = document.activeElement?.getAttribute('aria-label');
  const named = document.querySelector(`label[for="${document.activeElement?.id}"]`)?.textContent;
  expect(label ?? named).toContain(field);
});

test('A row tells its menu key, and what is the matter with it with the keys of the ways out', async () => {
  await openPopup(overlappingDay());
  const row = focusRow(/^Review/);
  expect(row.getAttribute('aria-keyshortcuts')).toContain('Shift+F10');
  const notes = document.getElementById(row.getAttribute('aria-describedby')!)!;
  expect(notes.textContent.replaceAll(/\s+/g, ' ')).toContain(
    'by 20 min Trim earlier 1Trim later 2Merge 3',
  );
});

test('On a row that is not selected it is about that row, and else about all that are', async () => {
  const { main, user } = await openPopup(morningDay());
  const rightClick = (name: string) =>
    user.pointer({ keys: '[MouseRight]', target: screen.getByText(name) });
  focusRow(/^E-mail/);
  await user.keyboard(' {ArrowDown} ');
  await rightClick('E-mail');
  await user.click(screen.getByRole('menuitem', { name: 'Archive or take back' }));
  expect(main.commands.at(-1)).toEqual({ type: 'entries/archive', entryIds: ['mail', 'review'] });

  await rightClick('Migration dry run');
  await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
  expect(main.commands.at(-1)).toEqual({ type: 'entries/delete', entryIds: ['dry-run'] });
});
