import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Command, Search } from '#contract';
import { fakeMain, type FakeMain, openPopup, taskNameIn } from '../support/open-popup.ts';
import { migration, running, snapshot } from '../support/snapshots.ts';

function task(): HTMLElement {
  return screen.getByRole('combobox', { name: 'Task' });
}

/** What was asked of main about the timer. */
function timerCommands(main: FakeMain): readonly Command['type'][] {
  return main.commands.map(({ type }) => type).filter((type) => type.startsWith('timer/'));
}

test('An idle popup puts the focus on the task field and leaves its list closed', async () => {
  const { main } = await openPopup(snapshot());
  expect(document.activeElement).toBe(task());
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(main.searches).toEqual([]);
});

test('A running popup puts the focus on Stop and shows task, project and description', async () => {
  await openPopup(snapshot({ timer: running }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stop timer' }));
  const card = within(screen.getByRole('form', { name: 'Timer' }));
  card.getByText('Migration dry run');
  expect(card.getByText('Orion').title).toBe('Orion, Acme');
  card.getByText('second rehearsal');
  card.getByText('since 13:31');
  expect(card.queryByRole('combobox')).toBeNull();
});

test('A session without a task is called by what it is', async () => {
  await openPopup(
    snapshot({ timer: { ...running, task: undefined, description: 'Phone' } as typeof running }),
  );
  screen.getByText('No task');
  screen.getByText('Phone');
});

test('Opening the list shows the cached tasks as main orders them, and "No task" at the end', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.click(task());
  const options = await screen.findAllByRole('option');
  expect(options.map(taskNameIn)).toEqual(['Migration dry run', 'Review pull requests', 'No task']);
  expect(main.searches).toEqual([{ kind: 'tasks', text: '' }]);
});

test('Typing looks the text up, Enter takes the best match and Start sends it', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.type(task(), 'rev');
  await screen.findByRole('option', { name: /Review/ });
  expect(screen.queryByRole('option', { name: /Migration/ })).toBeNull();
  await user.keyboard('{Enter}');
  expect(task()).toHaveProperty('value', 'Review pull requests');
  expect(main.searches.at(-1)).toEqual({ kind: 'tasks', text: 'rev' });

  await user.click(screen.getByRole('button', { name: 'Start timer' }));
  expect(main.commands.at(-1)).toEqual({ type: 'timer/start', taskId: 2, description: undefined });
});

test('Arrows and Enter choose a task without the mouse', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.keyboard('{ArrowDown}');
  await screen.findByRole('option', { name: /Migration/ });
  await user.keyboard('{Enter}');
  expect(task()).toHaveProperty('value', 'Migration dry run');
  await user.tab();
  await user.keyboard('dry{Enter}');
  expect(main.commands.at(-1)).toEqual({ type: 'timer/start', taskId: 1, description: 'dry' });
});

test('Leaving the field puts the chosen task back in place of half-typed text', async () => {
  const { user } = await openPopup(snapshot());
  await user.type(task(), 'mig');
  await screen.findByRole('option', { name: /Migration/ });
  await user.keyboard('{Enter}');
  await user.type(task(), ' and more');
  await user.keyboard('{Escape}');
  expect(task()).toHaveProperty('value', 'Migration dry run');
});

test('Without any known task the list says how to get them', async () => {
  const { main, user } = await openPopup(
    snapshot({ tasks: { count: 0, readAt: undefined, pinned: [] } }),
  );
  expect(main.searches).toEqual([]);
  await user.type(task(), 'xyz');
  await screen.findByText(/No tasks are known yet/);
});

test('Escape closes the list first and only then the popup', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.click(task());
  await screen.findAllByRole('option');
  await user.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('listbox')).toBeNull();
  });
  expect(main.commands.map(({ type }) => type)).not.toContain('popup/close');
  await user.keyboard('{Escape}');
  expect(main.commands.at(-1)).toEqual({ type: 'popup/close' });
});

test('A description alone is enough, and Enter in it starts', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.type(screen.getByRole('textbox', { name: 'Description' }), ' Phone with Ada {Enter}');
  expect(main.commands.at(-1)).toEqual({
    type: 'timer/start',
    taskId: undefined,
    description: 'Phone with Ada',
  });
});

test('Start with neither task nor description asks for one and sends nothing', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.click(screen.getByRole('button', { name: 'Start timer' }));
  expect(screen.getByRole('alert').textContent).toBe('Choose a task or describe it.');
  expect(timerCommands(main)).toEqual([]);
  await user.type(screen.getByRole('textbox', { name: 'Description' }), 'P');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('The focus moves to Stop once a start with Enter has taken the field away', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.type(screen.getByRole('textbox', { name: 'Description' }), 'Phone{Enter}');
  await main.push(snapshot({ timer: running }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stop timer' }));
});

test('Stop is sent once, however often it is pressed before the answer', async () => {
  const { main, user } = await openPopup(snapshot({ timer: running }));
  const answer = main.whyPaused('timer/stop');
  const stop = screen.getByRole('button', { name: 'Stop timer' });
  await user.click(stop);
  await user.click(stop);
  answer();
  expect(main.commands.filter(({ type }) => type === 'timer/stop')).toHaveLength(1);
});

test('A start that fails says what happened and keeps what was typed', async () => {
  const { main, user } = await openPopup(snapshot());
  main.answer('timer/start', { kind: 'storage-failed', detail: 'disk full' });
  const description = screen.getByRole('textbox', { name: 'Description' });
  await user.type(description, 'Phone{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('disk full');
  expect(description).toHaveProperty('value', 'Phone');
});

test('Fields are empty again after a session that was started from them', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.type(screen.getByRole('textbox', { name: 'Description' }), 'Phone{Enter}');
  await main.push(snapshot({ timer: { ...running, task: migration } as typeof running }));
  await main.push(snapshot());
  expect(screen.getByRole('textbox', { name: 'Description' })).toHaveProperty('value', '');
});

test('An answer that was overtaken by a later one is not shown', async () => {
  const main = fakeMain();
  const answers = new Map<string, () => void>();
  const bridge: typeof main.bridge = {
    ...main.bridge,
    search: async <S extends Search>(search: S) => {
      await new Promise<void>((resolve) => answers.set(search.text, resolve));
      return main.bridge.search(search);
    },
  };
  const { user } = await openPopup(snapshot(), { ...main, bridge });
  await user.type(task(), 're');
  answers.get('re')?.();
  await screen.findByRole('option', { name: /Review/ });
  answers.get('r')?.();
  await user.keyboard('{ArrowDown}');
  expect(screen.queryByRole('option', { name: /Migration/ })).toBeNull();
});

test('Enter in the task field takes the highlighted task first, and starts once the list is closed', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.type(task(), 'rev');
  await screen.findByRole('option', { name: /Review/ });
  await user.keyboard('{Enter}');
  expect(timerCommands(main)).toEqual([]);
  await user.keyboard('{Enter}');
  expect(main.commands.at(-1)).toEqual({ type: 'timer/start', taskId: 2, description: undefined });
});

test('The best match is the highlighted one, even when an earlier match was highlighted before', async () => {
  const { user } = await openPopup(snapshot());
  await user.type(task(), 'r');
  await screen.findByRole('option', { name: /Migration/ });
  await user.type(task(), 'e');
  await user.keyboard('{Enter}');
  expect(task()).toHaveProperty('value', 'Review pull requests');
});

test('A search that fails says why in the list', async () => {
  const main = fakeMain();
  const bridge: typeof main.bridge = {
    ...main.bridge,
    search: () => Promise.resolve({ ok: false, error: { kind: 'not-connected' } }),
  };
  const { user } = await openPopup(snapshot(), { ...main, bridge });
  await user.click(task());
  await screen.findByText(/Stint is not connected/);
});

test('Enter that is held down presses Stop or Start once', async () => {
  const { main } = await openPopup(snapshot({ timer: running }));
  const held = new KeyboardEvent('keydown', {
    key: 'Enter',
    repeat: true,
    bubbles: true,
    cancelable: true,
  });
  screen.getByRole('button', { name: 'Stop timer' }).dispatchEvent(held);
  expect(held.defaultPrevented).toBe(true);
  expect(main.commands.map(({ type }) => type)).not.toContain('timer/stop');
});
