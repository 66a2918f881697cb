import { screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test } from 'vitest';
import {
  dayOf,
  focused,
  focusRow,
  gap,
  later,
  morning,
  morningDay,
  rows,
} from '../support/entry-rows.ts';
import { openPopup } from '../support/open-popup.ts';
import { at } from '../support/snapshots.ts';

const [mail, review, dryRun] = morning;

test('After a delete the focus is on the entry below, and above at the end of the list', async () => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/^Review/);
  await user.keyboard('{Delete}');
  expect(focused()).toBe('Migration dry run');
  await main.push(dayOf([mail, dryRun], { removed: [review] }));
  expect(focused()).toBe('Migration dry run');
  await user.keyboard('{Delete}');
  await main.push(dayOf([mail], { removed: [dryRun, review] }));
  expect(focused()).toBe('E-mail');
});

test('After the last entry is deleted the focus is on what adds one', async () => {
  const { main, user } = await openPopup(dayOf([mail]));
  focusRow(/^E-mail/);
  await user.keyboard('{Delete}');
  await main.push(dayOf([], { removed: [mail] }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add an entry' }));
});

test('F6 leads to the entries from wherever the focus is', async () => {
  const { user } = await openPopup(morningDay());
  screen.getByRole('combobox', { name: 'What are you working on?' }).focus();
  await user.keyboard('{F6}');
  expect(focused()).toBe('E-mail');
});

test('A delete that fails leaves the focus on an entry', async () => {
  const { main, user } = await openPopup(morningDay());
  main.answer('entries/delete', { kind: 'unknown-entry' });
  focusRow(/^E-mail/);
  await user.keyboard('{Delete}');
  await screen.findByRole('alert');
  expect(focused()).toBe('Review pull requests');
});

test.for([true, false])(
  'After a split the focus is on the new entry, whether main answers before it pushes: %s',
  async (answersFirst) => {
    const { main, user } = await openPopup(morningDay());
    const answer = answersFirst ? () => undefined : main.whyPaused('entry/split');
    focusRow(/^Migration/);
    await user.keyboard('s{Enter}');
    const half = { ...dryRun, seconds: review.seconds };
    const second = { ...half, id: 'second', startAt: at('09:30:00') };
    await main.push(dayOf([mail, review, second, half], { gaps: [gap] }));
    answer();
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('data-entry-id')).toBe('second');
    });
  },
);

test('What somebody else tracks does not take the focus', async () => {
  const { main, user } = await openPopup(morningDay());
  main.answer('entry/duplicate', { kind: 'storage-failed', detail: 'disk full' });
  focusRow(/^Review/);
  await user.keyboard('d');
  const other = { ...mail, id: 'other', startAt: at('12:00:00') };
  await main.push(dayOf([other, ...morning], { gaps: [gap] }));
  expect(document.activeElement?.getAttribute('data-entry-id')).toBe('review');
});

test('After an edit moved an entry the focus is on its row, wherever it stands now', async () => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/^Review/);
  await user.keyboard('e1200{Tab}1230{Enter}');
  await main.push(dayOf([{ ...review, startAt: at('12:00:00') }, mail, dryRun]));
  expect(focused()).toBe('Review pull requests');
  expect(document.activeElement).toBe(rows()[0]);
});

test('An entry that is taken away elsewhere does not take the focus along', async () => {
  const { main } = await openPopup(morningDay());
  focusRow(/^Review/);
  await main.push(dayOf([mail, dryRun]));
  expect(focused()).toBe('Migration dry run');
});

test('A form whose entry is taken away leaves the focus in the list', async () => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/^E-mail/);
  await user.keyboard('e');
  await main.push(dayOf([review, dryRun], { gaps: [gap] }));
  expect(focused()).toBe('Review pull requests');
});

test('A snapshot does not move a focus that is elsewhere', async () => {
  const { main } = await openPopup(morningDay());
  const task = screen.getByRole('combobox', { name: 'What are you working on?' });
  task.focus();
  await main.push(dayOf([mail, dryRun]));
  expect(document.activeElement).toBe(task);
});

test('After a filled gap the focus is on the entry that fills it', async () => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/not tracked/);
  await user.keyboard('f');
  const filled = { ...dryRun, id: 'filled', startAt: gap.startAt, seconds: review.seconds };
  await main.push(dayOf([mail, review, filled, dryRun]));
  expect(document.activeElement?.getAttribute('data-entry-id')).toBe('filled');
});

test('Details tell how Toggl Focus has the entry, and close to its row', async () => {
  const { main, user } = await openPopup(morningDay());
  main.tell('entry/check', {
    details: {
      entryId: 'review',
      serverId: 4711,
      createdAt: at('11:00:05'),
      updatedAt: at('12:00:05'),
      archivedAt: undefined,
      tagNames: ['deep work', 'on site'],
      same: true,
    },
  });
  focusRow(/^Review/);
  await user.keyboard('i');
  const details = screen.getByRole('group', { name: 'Details' });
  await within(details).findByText('as it is here');
  within(details).getByText('4711');
  await user.keyboard('{Enter}');
  expect(screen.queryByRole('group', { name: 'Details' })).toBeNull();
  await tick();
  expect(focused()).toBe('Review pull requests');
});

test('Details that cannot be had say why', async () => {
  const { main, user } = await openPopup(morningDay());
  main.answer('entry/check', { kind: 'not-there-yet' });
  focusRow(/^Review/);
  await user.keyboard('i');
  expect((await screen.findByRole('alert')).textContent).toContain('not in Toggl Focus yet');
});

test('A click gives a row the focus, two open it', async () => {
  const { user } = await openPopup(morningDay());
  await user.dblClick(screen.getByText('E-mail'));
  expect(screen.getByRole('group', { name: 'Edit the entry' })).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(focused()).toBe('E-mail');
});

test('Entries that begin together keep their own rows', async () => {
  const twin = { ...mail, id: 'twin', startAt: later(mail.startAt, 0) };
  await openPopup(dayOf([twin, mail]));
  expect(rows().map((row) => row.dataset['entryId'])).toEqual(['twin', 'mail']);
});

test('What an undo brought back has the focus, and what was changed or came since has not', async () => {
  const { main, user } = await openPopup(morningDay());
  focusRow(/^Review/);
  await user.keyboard('{Delete}');
  await main.push(dayOf([mail, dryRun], { removed: [review] }));
  await user.keyboard('{End}');
  const change = { what: 'delete', count: 1, at: at('14:55:07') } as const;
  await main.push(morningDay({ redo: change }));
  await tick();
  expect(focused()).toBe('Review pull requests');

  await user.keyboard('{End}');
  const other = { ...mail, id: 'other', startAt: at('12:00:00') };
  await main.push(dayOf([other, ...morning], {}, { redo: change }));
  await tick();
  expect(focused()).toBe('Migration dry run');
});
