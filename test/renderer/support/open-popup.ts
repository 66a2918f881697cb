import type {
  Answer,
  AppError,
  Command,
  DoneBefore,
  Draft,
  EntryPage,
  EntryView,
  Found,
  FoundTask,
  Outcome,
  ProjectView,
  Search,
  Seconds,
  Showing,
  Snapshot,
  StintBridge,
  TaskView,
  ToldSnapshot,
} from '#contract';
import { render } from '@testing-library/svelte';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { tick } from 'svelte';
import App from '../../../src-renderer/App.svelte';
import { banners } from '../../../src-renderer/words/status/account-banner-words.ts';
import { saidError } from '../../../src-renderer/words/status/said-by-main.ts';
import { migration, review, snapshot } from './snapshots.ts';

/** Main as the popup sees it: writes commands down, answers as told, pushes snapshots when asked to. */
export type FakeMain = {
  /** All but the look for a timer elsewhere and what is being typed, which a popup sends of its own accord. */
  readonly commands: readonly Command[];
  /** How often a popup looked for a timer elsewhere. */
  readonly looks: number;
  /** What is being typed, as it was given to main, the latest last. */
  readonly drafts: readonly Draft[];
  readonly searches: readonly Search[];
  readonly listeners: number;
  /** Every command of this type fails with this error from now on; undefined lets it succeed again. */
  readonly answer: (type: Command['type'], error: AppError | undefined) => void;
  /** Every command of this type has this to tell. */
  readonly tell: (type: Command['type'], outcome: Outcome) => void;
  /** The command of this type is left without an answer until the returned function is called. */
  readonly whyPaused: (type: Command['type']) => () => void;
  readonly push: (snapshot: Snapshot) => Promise<void>;
  /** The window is shown, or hidden. */
  readonly show: (shown: boolean) => void;
  readonly bridge: StintBridge;
};

function tasksFound(tasks: readonly TaskView[], text: string): readonly FoundTask[] {
  return tasks
    .filter((task) => task.name.toLowerCase().includes(text.toLowerCase()))
    .map((task) => ({ ...task, mark: undefined, timeBlockId: undefined }));
}

function doneFound(done: readonly DoneBefore[], text: string): readonly DoneBefore[] {
  return done.filter(({ task, description }) =>
    `${task?.name} ${description}`.toLowerCase().includes(text.toLowerCase()),
  );
}

function page(
  entries: readonly EntryView[],
  { text, offset, count }: Extract<Search, { kind: 'entries' }>,
): EntryPage {
  const found = entries.filter((entry) => (entry.task?.name ?? '').includes(text));
  const trackedSeconds = found.reduce((sum, { seconds }) => sum + seconds, 0) as Seconds;
  return { entries: found.slice(offset, offset + count), total: found.length, trackedSeconds };
}

const projects: readonly ProjectView[] = [
  { id: 8, name: 'Orion', color: '#0f766e', clientName: 'Acme' },
  { id: 9, name: 'Platform', color: '#7c3aed', clientName: undefined },
];

export function fakeMain(
  tasks: readonly TaskView[] = [migration, review],
  entries: readonly EntryView[] = [],
  done: readonly DoneBefore[] = [],
): FakeMain {
  const commands: Command[] = [];
  const drafts: Draft[] = [];
  let looks = 0;
  const searches: Search[] = [];
  const outcomes = new Map<Command['type'], Outcome>();
  const errors = new Map<Command['type'], AppError>();
  const held = new Map<Command['type'], Promise<void>>();
  const listeners = new Set<(snapshot: ToldSnapshot) => void>();
  let latest = snapshot();
  const watchers = new Set<(showing: Showing) => void>();

  function found(search: Search): Found<Search> {
    if (search.kind === 'entries') return page(entries, search);
    if (search.kind === 'projects') return projects;
    const known = tasksFound(tasks, search.text);
    return search.kind === 'tasks' ? known : { done: doneFound(done, search.text), tasks: known };
  }

  async function command(sent: Command): Promise<Answer<Outcome>> {
    if (sent.type === 'elsewhere/look') looks += 1;
    else if (sent.type === 'draft/keep') drafts.push(sent.draft);
    else if (sent.type !== 'popup/pointer') commands.push(sent);
    await held.get(sent.type);
    const error = errors.get(sent.type);
    if (error !== undefined) return { ok: false, error: saidError(error, latest) };
    return { ok: true, value: outcomes.get(sent.type) };
  }

  return {
    commands,
    get looks() {
      return looks;
    },
    drafts,
    searches,
    get listeners() {
      return listeners.size + watchers.size;
    },
    answer: (type, error) => {
      if (error === undefined) errors.delete(type);
      else errors.set(type, error);
    },
    tell: (type, outcome) => void outcomes.set(type, outcome),
    whyPaused: (type) => {
      let release = (): void => undefined;
      held.set(
        type,
        new Promise((resolve) => {
          release = resolve;
        }),
      );
      return () => release();
    },
    push: async (next) => {
      latest = next;
      // A part that cannot be read stays one.
      const parts = Object.getOwnPropertyDescriptors(next);
      const told = Object.defineProperties({ banners: banners(next) }, parts) as ToldSnapshot;
      for (const listener of listeners) listener(told);
      await tick();
    },
    show: (shown) => watchers.forEach((each) => each(shown ? 'shown' : 'hidden')),
    bridge: {
      command,
      search: <S extends Search>(search: S) => {
        searches.push(search);
        return Promise.resolve({ ok: true, value: found(search) as Found<S> } as const);
      },
      onSnapshot: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      onShowing: (listener) => {
        watchers.add(listener);
        return () => watchers.delete(listener);
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

/** What a row of a list of tasks is called, without its project. */
export function taskNameIn(option: HTMLElement): string | undefined {
  return option.querySelector('.ellipsis')?.textContent;
}
