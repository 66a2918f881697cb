import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { ChangeView, RemoteTimerView, Seconds, TaskEntriesView } from '#contract';
import { openPopup } from '../support/open-popup.ts';
import { at, day, review, snapshot } from '../support/snapshots.ts';
import { workField } from '../support/work-and-task-fields.ts';

const entries: TaskEntriesView = {
  task: review,
  count: 0,
  trackedSeconds: 0 as Seconds,
  nextPage: undefined,
};
const change: ChangeView = { what: 'delete', count: 2, at: at('14:00:00') };

describe('undo and redo', () => {
  test('Ctrl+Z takes the latest change back, Ctrl+Shift+Z makes it again', async () => {
    const { main, user } = await openPopup(snapshot({ undo: change, redo: change }));
    screen.getByRole('button', { name: 'Previous day' }).focus();
    await user.keyboard('{Control>}z{/Control}{Control>}{Shift>}Z{/Shift}{/Control}');
    expect(main.commands.slice(1)).toEqual([{ type: 'mend/undo' }, { type: 'mend/redo' }]);
  });

  test('In a text field they are its own', async () => {
    const { main, user } = await openPopup(snapshot({ undo: change }));
    workField().focus();
    await user.keyboard('x{Control>}z{/Control}');
    expect(main.commands).toHaveLength(1);
  });

  test('Where nothing can be taken back, nothing is asked for', async () => {
    const { main, user } = await openPopup(snapshot());
    screen.getByRole('button', { name: 'Previous day' }).focus();
    await user.keyboard('{Control>}z{/Control}');
    expect(main.commands).toHaveLength(1);
  });

  test('An undo that is refused says so', async () => {
    const { main, user } = await openPopup(snapshot({ undo: change }));
    main.answer('mend/undo', { kind: 'nothing-to-undo' });
    screen.getByRole('button', { name: 'Previous day' }).focus();
    await user.keyboard('{Control>}z{/Control}');
    await screen.findByRole('alert');
  });
});

describe('keys that work anywhere', () => {
  test('Two presses in one moment are two wishes', async () => {
    const { main, user } = await openPopup(snapshot({ undo: change }));
    const release = main.whyPaused('mend/undo');
    screen.getByRole('button', { name: 'Previous day' }).focus();
    await user.keyboard('{Control>}zz{/Control}');
    release();
    expect(main.commands.slice(1)).toEqual([{ type: 'mend/undo' }, { type: 'mend/undo' }]);
  });

  test('Ctrl+K leads from a long list back to the timer', async () => {
    const { main, user } = await openPopup(snapshot({ shown: { kind: 'task', entries } }));
    await user.keyboard('{Control>}k{/Control}');
    expect(main.commands.at(-1)).toEqual({ type: 'show/today' });
    await main.push(snapshot());
    expect(document.activeElement).toBe(workField());
  });

  test('F5 and Ctrl+R refresh', async () => {
    const { main, user } = await openPopup(snapshot());
    await user.keyboard('{F5}{Control>}r{/Control}');
    expect(main.commands.slice(1)).toEqual([{ type: 'sync/now' }, { type: 'sync/now' }]);
  });

  test('Ctrl+F looks for entries of this month', async () => {
    const { main, user } = await openPopup(snapshot());
    await user.keyboard('{Control>}f{/Control}');
    expect(main.commands.at(-1)).toEqual({
      type: 'show/range',
      fromAt: Date.parse('2026-03-01T00:00:00Z'),
      toAt: Date.parse('2026-04-01T00:00:00Z'),
    });
  });

  test('A question mark shows the keys, and not while one is written', async () => {
    const { user } = await openPopup(snapshot());
    workField().focus();
    await user.keyboard('?');
    expect(screen.queryByRole('dialog')).toBeNull();
    screen.getByRole('button', { name: 'Previous day' }).focus();
    await user.keyboard('?');
    await screen.findByRole('dialog');
  });

  test('While a dialog is open, no key reaches what is behind it', async () => {
    const { main, user } = await openPopup(snapshot({ undo: change }));
    await user.keyboard('{F1}');
    await screen.findByRole('dialog');
    await user.keyboard('{Control>}z{/Control}{Alt>}{ArrowLeft}{/Alt}');
    expect(main.commands).toHaveLength(1);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(main.commands).toHaveLength(1);
  });

  test('A key is swallowed only where something is done by it', async () => {
    const { user } = await openPopup(snapshot({ account: { state: 'none' } }));
    const pressed: boolean[] = [];
    window.addEventListener('keydown', (event) => pressed.push(event.defaultPrevented), {
      once: true,
    });
    await user.keyboard('{F5}');
    expect(pressed).toEqual([false]);
  });
});

describe('a timer elsewhere', () => {
  const elsewhere: RemoteTimerView = {
    task: review,
    description: undefined,
    startAt: at('09:12:00'),
  };
  const banner = () => screen.getByRole('status', { name: 'Timer elsewhere' });

  test('A popup looks for it once, and not before there is an account', async () => {
    const { main } = await openPopup(snapshot({ account: { state: 'none' } }));
    expect(main.looks).toBe(0);
    await main.push(snapshot());
    await main.push(snapshot({ revision: 2 }));
    expect(main.looks).toBe(1);
  });

  test('It is told with its work and since when', async () => {
    await openPopup(snapshot({ elsewhere }));
    expect(banner().textContent).toContain(
      'A timer runs in Toggl Focus: Review pull requests, since 09:12.',
    );
  });

  test('Since an earlier day it says which, and without a task what was written', async () => {
    const since = { ...elsewhere, task: undefined, description: 'Call' };
    await openPopup(snapshot({ elsewhere: since, today: day([], {}, 1) }));
    expect(banner().textContent).toContain('Call, since Mar 2, 09:12.');
  });

  test.for([
    ['Take over', 'elsewhere/take-over'],
    ['Leave it', 'elsewhere/leave'],
  ] as const)('%s is one press', async ([name, type]) => {
    const { main, user } = await openPopup(snapshot({ elsewhere }));
    await user.click(screen.getByRole('button', { name }));
    expect(main.commands.at(-1)).toEqual({ type });
  });

  test('Taking it over can fail, with words about it', async () => {
    const { main, user } = await openPopup(snapshot({ elsewhere }));
    main.answer('elsewhere/take-over', { kind: 'offline', cause: 'network' });
    await user.click(screen.getByRole('button', { name: 'Take over' }));
    expect((await screen.findByRole('alert')).textContent).toContain('offline');
  });
});

describe('a long read', () => {
  test('It tells how many have come, outside of live regions, and can be called off', async () => {
    const { main, user } = await openPopup(snapshot({ reading: { entries: 4500 } }));
    const progress = screen.getByText(/Reading… 4,500 entries/);
    expect(progress.closest('[role=status], [aria-live]')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(main.commands.at(-1)).toEqual({ type: 'read/cancel' });
  });

  test('Before the first has come it says no number', async () => {
    await openPopup(snapshot({ reading: { entries: 0 } }));
    expect(screen.getByText(/Reading…/).textContent).not.toContain('0');
  });
});
