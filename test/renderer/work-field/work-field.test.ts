import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Command } from '#contract';
import { saidError } from '../../../src-renderer/words/status/said-by-main.ts';
import { slowMain } from '../support/entries-in-range.ts';
import { withMarks } from '../support/marked-tasks.ts';
import { fakeMain, type FakeMain, openPopup, type OpenPopup } from '../support/open-popup.ts';
import { migration, review, snapshot } from '../support/snapshots.ts';
import { workField } from '../support/work-and-task-fields.ts';

const done = [
  { task: review, description: 'of Ada' },
  { task: undefined, description: 'Phone' },
];

const open = (): Promise<OpenPopup> => openPopup(snapshot(), fakeMain(undefined, [], done));
const lastCommand = (main: FakeMain) => main.commands.at(-1);
const standingOut = () => screen.getByRole('option', { selected: true }).textContent.trim();

/** What was asked of main about timer and tasks. */
function asked(main: FakeMain): readonly Command[] {
  return main.commands.filter(({ type }) => /^(timer|task)\//.test(type));
}

const rows = (): readonly string[] =>
  screen.getAllByRole('option').map((row) => row.querySelector('.ellipsis')?.textContent ?? '');

test('Enter starts what is typed, without an answer to wait for and whatever is found', async () => {
  const { main, hold } = slowMain([]);
  const { user } = await openPopup(snapshot(), main);
  hold();
  await user.type(workField(), ' Review pull requests {Enter}');
  expect(asked(main)).toEqual([{ type: 'timer/start', description: 'Review pull requests' }]);
  expect(workField().value).toBe('');
});

test('What is typed stands first and stands out, then what was done before, then tasks', async () => {
  const { user } = await open();
  await user.type(workField(), 're');
  await screen.findByRole('option', { name: /of Ada/ });
  expect(standingOut()).toContain('Start “re”');
  const groups = screen.getAllByRole('group', { name: /^(Done before|Tasks)/ });
  expect(groups.map((group) => within(group).getAllByRole('option').length)).toEqual([1, 1]);
  expect(screen.getAllByRole('option').at(-1)?.textContent).toContain('Create task “re”');
});

test.for([
  ['{ArrowDown}{Enter}', { taskId: 2, description: 'of Ada' }],
  ['{ArrowDown}{ArrowDown}{Enter}', { taskId: 2 }],
] as const)('The arrows lead to the other rows: %s', async ([keys, work]) => {
  const { main, user } = await open();
  await user.type(workField(), 'rev');
  await screen.findByRole('option', { name: /of Ada/ });
  await user.keyboard(keys);
  expect(asked(main)).toEqual([{ type: 'timer/start', ...work }]);
});

test('Start goes on with the row that the arrows have reached, and else with what is typed', async () => {
  const { main, user } = await open();
  const start = () => screen.getByRole('button', { name: 'Start timer' });
  await user.type(workField(), 'rev');
  await screen.findByRole('option', { name: /of Ada/ });
  await user.hover(screen.getByRole('option', { name: /of Ada/ }));
  await user.click(start());
  await user.type(workField(), 'rev');
  await screen.findByRole('option', { name: /of Ada/ });
  await user.keyboard('{ArrowDown}');
  await user.click(start());
  expect(asked(main)).toEqual([
    { type: 'timer/start', description: 'rev' },
    { type: 'timer/start', taskId: 2, description: 'of Ada' },
  ]);
});

test.for(['{Enter}', ' {Escape}{Enter}'])(
  'With nothing typed "%s" starts, to be described later',
  async (keys) => {
    const { main, user } = await open();
    await user.keyboard(keys);
    expect(asked(main)).toEqual([{ type: 'timer/start' }]);
  },
);

test('The button starts with nothing typed too, though a list is open', async () => {
  const { main, user } = await open();
  await user.click(workField());
  await screen.findByRole('option', { name: /of Ada/ });
  await user.click(screen.getByRole('button', { name: 'Start timer' }));
  expect(asked(main)).toEqual([{ type: 'timer/start' }]);
});

test('Down and Enter go on with the last job', async () => {
  const { main, user } = await open();
  await user.keyboard('{ArrowDown}');
  await screen.findByRole('option', { name: /of Ada/ });
  expect(main.searches).toEqual([{ kind: 'work', text: '' }]);
  expect(rows()).toEqual([
    'Review pull requests of Ada',
    'Phone',
    'Migration dry run',
    'Review pull requests',
  ]);
  await user.keyboard('{Enter}');
  expect(asked(main)).toEqual([{ type: 'timer/start', taskId: 2, description: 'of Ada' }]);
});

test('Behind an @ only tasks are found, the first stands out, and the words before are the description', async () => {
  const { main, user } = await open();
  await user.type(workField(), 'dry @mig');
  await waitFor(() => expect(main.searches.at(-1)).toEqual({ kind: 'tasks', text: 'mig' }));
  await waitFor(() => expect(standingOut()).toContain('Migration dry run dry'));
  expect(screen.queryByRole('option', { name: /of Ada/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Start timer' }));
  await waitFor(() =>
    expect(asked(main)).toEqual([{ type: 'timer/start', taskId: 1, description: 'dry' }]),
  );
});

test('Where no task is found behind an @, all of it is a description', async () => {
  const { main, user } = await open();
  await user.type(workField(), 'meet @noon');
  await screen.findByText('No task matches “noon”.');
  expect(standingOut()).toContain('Start “meet @noon”');
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(asked(main)).toEqual([{ type: 'timer/start', description: 'meet @noon' }]),
  );
});

test('Enter right after a letter behind an @ takes what that letter finds', async () => {
  const { main, hold, answer } = slowMain([]);
  const { user } = await openPopup(snapshot(), main);
  await user.type(workField(), '@');
  await screen.findByRole('option', { name: /Migration/ });
  hold();
  await user.type(workField(), 'rev{Enter}');
  expect(asked(main)).toEqual([]);
  for (let each = 0; each < 3; each += 1) answer();
  await waitFor(() => expect(asked(main)).toEqual([{ type: 'timer/start', taskId: 2 }]));
});

test('Starting the task that is planned now says which plan it is for', async () => {
  const { main, user } = await withMarks();
  await user.click(workField());
  await screen.findByRole('group', { name: 'Planned now, until 15:30' });
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(lastCommand(main)).toEqual({ type: 'timer/start', taskId: 1, timeBlockId: 77 }),
  );
});

test('Alt+P pins the task that stands out', async () => {
  const { main, user } = await withMarks();
  await user.click(workField());
  await screen.findByRole('option', { name: /Migration/ });
  await user.keyboard('{Alt>}p{/Alt}');
  expect(lastCommand(main)).toEqual({ type: 'task/pin', taskId: 1, pinned: true });
});

test('Escape closes the list and keeps what is typed, and only then closes the popup', async () => {
  const { main, user } = await open();
  await user.type(workField(), 'rev');
  await screen.findByRole('option', { name: /of Ada/ });
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(workField().value).toBe('rev');
  expect(main.commands.map(({ type }) => type)).not.toContain('popup/close');
  await user.keyboard('{Escape}');
  expect(lastCommand(main)).toEqual({ type: 'popup/close' });
});

test('A start that fails says what happened and keeps what was typed', async () => {
  const { main, user } = await open();
  main.answer('timer/start', { kind: 'storage-failed', detail: 'disk full' });
  await user.type(workField(), 'Phone{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('disk full');
  expect(workField().value).toBe('Phone');
  await user.keyboard('s');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('Without any known task the list says how to get them', async () => {
  const { user } = await openPopup(
    snapshot({ tasks: { count: 0, readAt: undefined, pinned: [] } }),
    fakeMain([]),
  );
  await user.type(workField(), 'xyz');
  await screen.findByText(/No tasks are known yet/);
});

test('A search that fails says why in the list', async () => {
  const main = fakeMain();
  const bridge: typeof main.bridge = {
    ...main.bridge,
    search: () =>
      Promise.resolve({ ok: false, error: saidError({ kind: 'not-connected' }, snapshot()) }),
  };
  const { user } = await openPopup(snapshot(), { ...main, bridge });
  await user.click(workField());
  await screen.findByText(/Stint is not connected/);
});

test('The field names the row that stands out, and only that one is selected', async () => {
  const { user } = await open();
  expect(workField().getAttribute('aria-expanded')).toBe('false');
  await user.keyboard('{ArrowDown}');
  await screen.findByRole('option', { name: /of Ada/ });
  await user.keyboard('{ArrowDown}');
  const selected = screen.getByRole('option', { selected: true });
  expect(selected.textContent).toContain('Phone');
  expect(workField().getAttribute('aria-activedescendant')).toBe(selected.id);
  expect(workField().getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
  expect(migration.name).not.toBe(selected.textContent);
});
