import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { inRange, openRange, yearOf } from '../support/entries-in-range.ts';
import type { FakeMain } from '../support/open-popup.ts';
import { migration } from '../support/snapshots.ts';

const range = { fromAt: Date.parse('2026-03-01'), toAt: Date.parse('2026-04-01') };
const lastCommand = (main: FakeMain) => main.commands.at(-1);
const asked = (filter: object) => ({ type: 'show/range', ...range, filter });

test.for([
  ['Type', 'Breaks', { entryType: 'break' }],
  ['Status of the task', 'Done', { statusId: 3 }],
  ['Archive', 'Not archived', { archived: false }],
  ['Archive', 'Archived only', { archived: true }],
  ['Order', 'Oldest first', { oldestFirst: true }],
] as const)('%s can be %s', async ([field, choice, filter]) => {
  const { main, user } = await openRange(yearOf(5));
  await user.click(screen.getByText('Filters'));
  await user.selectOptions(screen.getByRole('combobox', { name: field }), choice);
  expect(lastCommand(main)).toEqual(asked(filter));
});

test('One task is chosen from those that there are, and the empty field is any', async () => {
  const { main, user } = await openRange(yearOf(5));
  await user.click(screen.getByText('Filters'));
  const field = screen.getByRole('combobox', { name: 'Entries of the task' });
  await user.type(field, 'migr');
  await screen.findByRole('option', { name: /Migration dry run/ });
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(main.commands.map(({ type }) => type)).not.toContain('task/create');
  await user.keyboard('{Enter}');
  expect(lastCommand(main)).toEqual(asked({ taskId: 1 }));
  await main.push(inRange({ count: 5, filter: { taskId: 1 }, task: migration }));
  expect(field).toHaveProperty('value', 'Migration dry run');
  await user.clear(field);
  expect(lastCommand(main)).toEqual(asked({}));
});

test('What is set is told, stays with another range, and is cleared at once', async () => {
  const { main, user } = await openRange(yearOf(5));
  const filter = { entryType: 'break', oldestFirst: true } as const;
  await main.push(inRange({ count: 5, filter }));
  await user.click(screen.getByText('Filters, 2 set'));
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Type' }).value).toBe('Breaks');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Time range' }), 'This week');
  expect(lastCommand(main)).toMatchObject({ filter });
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(lastCommand(main)).toEqual(asked({}));
});
