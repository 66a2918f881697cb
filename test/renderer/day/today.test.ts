import { screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { DeliveryView, Seconds } from '#contract';
import { focused, focusRow, rows } from '../support/entry-rows.ts';
import { openPopup } from '../support/open-popup.ts';
import { at, entry, review, snapshot, withEntries } from '../support/snapshots.ts';

const rejected: DeliveryView = {
  state: 'rejected',
  status: 404,
  reason: 'task not found',
  delivered: false,
};

test('An empty day says so in a friendly way', async () => {
  await openPopup(snapshot());
  screen.getByText('Nothing tracked yet today.');
  screen.getByRole('button', { name: '0:00 tracked' });
});

test('An entry shows its task, project, span and length', async () => {
  await openPopup(withEntries([entry({ state: 'delivered' })]));
  const text = rows()[0]!.textContent.replace(/\s+/g, ' ');
  expect(text).toContain('Review pull requests');
  expect(text).toContain('Platform 11:40 – 12:22');
  expect(text).toContain('0:42');
});

test.for([
  ['waiting', 'waiting to send'],
  ['sending', 'sending'],
  ['checking', 'unclear, checking'],
] as const)('The delivery state %s is said in words: %s', async ([state, words]) => {
  await openPopup(withEntries([entry({ state })]));
  within(rows()[0]!).getByText(words);
  expect(rows()[0]!.getAttribute('aria-label')).toMatch(new RegExp(`, ${words}$`));
});

test('Entries stand in the order main gives them, newest first', async () => {
  const older = entry({ state: 'delivered' }, { id: 'older', startAt: at('08:00:00') });
  await openPopup(withEntries([entry({ state: 'delivered' }), older]));
  expect(rows().map((row) => /\d+:\d\d –/.exec(row.textContent)?.[0])).toEqual([
    '11:40 –',
    '08:00 –',
  ]);
});

test('An entry is called by its description where it has no task, and "No task" without either', async () => {
  const plain = { task: undefined, description: undefined } as const;
  await openPopup(
    withEntries([
      entry({ state: 'delivered' }, { ...plain, id: 'a', description: 'Phone with Ada' }),
      entry({ state: 'delivered' }, { ...plain, id: 'b' }),
      entry({ state: 'delivered' }, { ...plain, id: 'c', type: 'break' }),
    ]),
  );
  expect(rows().map((row) => row.querySelector('.name')?.textContent)).toEqual([
    'Phone with Ada',
    'No task',
    'Break',
  ]);
});

test('An entry shorter than a minute never reads as nothing', async () => {
  await openPopup(withEntries([entry({ state: 'delivered' }, { seconds: 7 as Seconds })]));
  screen.getByText('7 s');
});

test('What a screen reader says of a row has all that the row shows', async () => {
  const remark = { description: 'for Ada', archived: true };
  await openPopup(withEntries([entry({ state: 'delivered' }, remark)]));
  expect(rows()[0]?.getAttribute('aria-label')).toBe(
    'Review pull requests, for Ada, Platform, 11:40 – 12:22, 0:42, archived',
  );
});

test('A break says so, whether it has a task, a description or neither', async () => {
  const broken = { type: 'break', description: undefined } as const;
  await openPopup(
    withEntries([
      entry({ state: 'delivered' }, { ...broken, id: 'a' }),
      entry({ state: 'delivered' }, { ...broken, id: 'b', task: undefined, description: 'Lunch' }),
      entry({ state: 'delivered' }, { ...broken, id: 'c', task: undefined }),
    ]),
  );
  expect(rows().map((row) => row.getAttribute('aria-label')?.split(', 11')[0])).toEqual([
    'Review pull requests, Break, Platform',
    'Lunch, Break',
    'Break',
  ]);
});

test('A refused entry says why and is mended in place with another task', async () => {
  const { main, user } = await openPopup(withEntries([entry(rejected)]));
  screen.getByText('The task is no longer in Toggl Focus.');
  await user.click(screen.getByRole('button', { name: 'Mend Review pull requests' }));
  const field = screen.getByRole('combobox', { name: 'Task of the entry' });
  expect(document.activeElement).toBe(field);
  expect(field).toHaveProperty('value', 'Review pull requests');

  await user.clear(field);
  await user.type(field, 'mig');
  await screen.findByRole('option', { name: /Migration/ });
  await user.keyboard('{Enter}');
  await user.click(screen.getByRole('button', { name: 'Send again' }));
  expect(main.commands.at(-1)).toEqual({ type: 'entry/edit', entryId: 'entry-1', taskId: 1 });
  expect(screen.queryByRole('combobox', { name: 'Task of the entry' })).toBeNull();
  expect(focused()).toBe('Review pull requests');
});

test('A refused entry can be mended to no task with a description', async () => {
  const { main, user } = await openPopup(withEntries([entry(rejected)]));
  await user.click(screen.getByRole('button', { name: /^Mend/ }));
  await user.click(screen.getByRole('combobox', { name: 'Task of the entry' }));
  await user.click(await screen.findByRole('option', { name: 'No task' }));
  await user.type(
    screen.getByRole('textbox', { name: 'Description of the entry' }),
    'Reviews{Enter}',
  );
  expect(main.commands.at(-1)).toEqual({
    type: 'entry/edit',
    entryId: 'entry-1',
    taskId: null,
    description: 'Reviews',
  });
});

test('A refused entry is never sent again unchanged', async () => {
  const { main, user } = await openPopup(withEntries([entry(rejected)]));
  await user.click(screen.getByRole('button', { name: /^Mend/ }));
  await user.click(screen.getByRole('button', { name: 'Send again' }));
  screen.getByText('Change something first: as it is, it would be refused again.');
  expect(main.commands.map(({ type }) => type)).toEqual(['popup/ready']);
});

test('Escape closes first the list of the form, then the form, then the popup', async () => {
  const { main, user } = await openPopup(withEntries([entry(rejected)]));
  await user.click(screen.getByRole('button', { name: /^Mend/ }));
  await user.click(screen.getByRole('combobox', { name: 'Task of the entry' }));
  await screen.findAllByRole('option');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('listbox')).toBeNull();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('combobox', { name: 'Task of the entry' })).toBeNull();
  expect(document.activeElement).toBe(rows()[0]);
  expect(main.commands.at(-1)).toEqual({ type: 'popup/ready' });
  await user.keyboard('{Escape}');
  expect(main.commands.at(-1)).toEqual({ type: 'popup/close' });
});

test('A mend that fails keeps the form open with words about it', async () => {
  const { main, user } = await openPopup(withEntries([entry(rejected)]));
  main.answer('entry/edit', { kind: 'unknown-entry' });
  await user.click(screen.getByRole('button', { name: /^Mend/ }));
  await user.type(screen.getByRole('textbox', { name: 'Description of the entry' }), 'x{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('no longer in the list');
});

test('A refused entry that never arrived is discarded at once, since that can be undone', async () => {
  const { main, user } = await openPopup(withEntries([entry(rejected)]));
  await user.click(screen.getByRole('button', { name: 'Discard Review pull requests' }));
  expect(main.commands.at(-1)).toEqual({ type: 'entries/delete', entryIds: ['entry-1'] });
});

test('A refused change of a sent entry can be given up', async () => {
  const change: DeliveryView = {
    state: 'rejected',
    status: 422,
    reason: 'locked',
    delivered: true,
  };
  const { main, user } = await openPopup(withEntries([entry(change)]));
  screen.getByText('Toggl Focus refused your change: “locked”');
  expect(screen.queryByRole('button', { name: /^Discard/ })).toBeNull();
  await user.click(
    screen.getByRole('button', { name: 'Use what Toggl Focus has Review pull requests' }),
  );
  expect(main.commands.at(-1)).toEqual({ type: 'entry/revert', entryId: 'entry-1' });
});

test('A conflict shows both sides, and either can be kept', async () => {
  const theirs = {
    task: undefined,
    description: 'Reviews of Ada',
    startAt: at('11:45:00'),
    seconds: 600 as Seconds,
    type: 'break',
  } as const;
  const { main, user } = await openPopup(
    withEntries([entry({ state: 'delivered' }, { conflict: theirs })]),
  );
  const row = focusRow(/^Review/);
  expect(row.getAttribute('aria-label')).toContain('in conflict');
  for (const words of [
    'Here',
    'In Toggl Focus',
    'Reviews of Ada',
    '11:45 – 11:55, 0:10',
    'Break',
  ]) {
    within(row).getByText(words);
  }
  await user.click(screen.getByRole('button', { name: /^Keep mine/ }));
  await user.click(screen.getByRole('button', { name: /^Take theirs/ }));
  expect(main.commands.slice(-2)).toEqual([
    { type: 'entry/resolve', entryId: 'entry-1', keep: 'mine' },
    { type: 'entry/resolve', entryId: 'entry-1', keep: 'theirs' },
  ]);
});

test.for([
  [402, 'plan', 'Your Toggl plan does not allow this entry.'],
  [403, 'forbidden', 'You may not track time here any more.'],
  [410, 'gone', 'The task is no longer in Toggl Focus.'],
  [422, 'start is in a locked period', 'Toggl Focus refused it: “start is in a locked period”'],
  [400, '', 'Toggl Focus refused this entry.'],
] as const)(
  'A refusal with status %i and reason "%s" reads: %s',
  async ([status, reason, words]) => {
    await openPopup(
      withEntries([
        entry({ state: 'rejected', status, reason, delivered: false }, { task: review }),
      ]),
    );
    screen.getByText(words);
  },
);

test('A day on the demo account says that it is one', async () => {
  const demo = {
    state: 'connected',
    kind: 'demo',
    secret: 'none-needed',
    keyRefused: false,
  } as const;
  await openPopup(snapshot({ account: { ...demo, organizationId: 1, workspaceId: 1 } }));
  screen.getByText('demo account');
});
