import type { AppError, Command, Result, Search, Snapshot, StintBridge, TaskView } from '#contract';
import { render } from '@testing-library/svelte';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { tick } from 'svelte';
import App from '../../src-renderer/App.svelte';
import { migration, review } from './snapshots.ts';

/** Main as the popup sees it: writes commands down, answers as told, pushes snapshots when asked to. */
export type FakeMain = {
  readonly commands: readonly Command[];
  readonly searches: readonly Search[];
  readonly listeners: number;
  /** Every command of this type fails with this error from now on; undefined lets it succeed again. */
  readonly answer: (type: Command['type'], error: AppError | undefined) => void;
  /** The command of this type is left without an answer until the returned function is called. */
  readonly holdBack: (type: Command['type']) => () => void;
  readonly push: (snapshot: Snapshot) => Promise<void>;
  readonly bridge: StintBridge;
};

const done = { ok: true, value: undefined } as const;

function matches(task: TaskView, { text }: Search): boolean {
  return task.name.toLowerCase().includes(text.toLowerCase());
}

export function fakeMain(tasks: readonly TaskView[] = [migration, review]): FakeMain {
  const commands: Command[] = [];
  const searches: Search[] = [];
  const errors = new Map<Command['type'], AppError>();
  const held = new Map<Command['type'], Promise<void>>();
  const listeners = new Set<(snapshot: Snapshot) => void>();

  async function command(sent: Command): Promise<Result<undefined>> {
    commands.push(sent);
    await held.get(sent.type);
    const error = errors.get(sent.type);
    return error === undefined ? done : { ok: false, error };
  }

  return {
    commands,
    searches,
    get listeners() {
      return listeners.size;
    },
    answer: (type, error) => {
      if (error === undefined) errors.delete(type);
      else errors.set(type, error);
    },
    holdBack: (type) => {
      let release = (): void => undefined;
      held.set(
        type,
        new Promise((resolve) => {
          release = resolve;
        }),
      );
      return () => release();
    },
    push: async (snapshot) => {
      for (const listener of listeners) listener(snapshot);
      await tick();
    },
    bridge: {
      command,
      search: (search) => {
        searches.push(search);
        return Promise.resolve({
          ok: true,
          value: tasks.filter((task) => matches(task, search)),
        });
      },
      onSnapshot: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

export type OpenPopup = { readonly main: FakeMain; readonly user: UserEvent };

/** A popup that has drawn this snapshot. */
export async function openPopup(snapshot: Snapshot, main = fakeMain()): Promise<OpenPopup> {
  const user = userEvent.setup();
  render(App, { bridge: main.bridge });
  await main.push(snapshot);
  return { main, user };
}
