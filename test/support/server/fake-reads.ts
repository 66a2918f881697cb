import type { Seconds } from '#contract';
import type { FocusApi, Page, Range } from '../../../src-main/app/ports/focus-api.ts';
import type { FocusAnswer, FocusEntry, FocusTask } from '../../../src-main/domain/focus-types.ts';
import type { Fault, FakeFocus } from './fake-focus.ts';
import { focusTask, listing } from '../values.ts';

type Answer = <T>(name: string, apply: () => T, refusal?: Fault) => Promise<FocusAnswer<T>>;

type Reads = Pick<
  FocusApi,
  | 'streamTasks'
  | 'createTask'
  | 'streamEntries'
  | 'streamEntriesInBatches'
  | 'streamEntriesOfTimeBlocks'
  | 'listEntries'
  | 'listTaskEntries'
  | 'getEntry'
  | 'getTaskEntry'
  | 'getSettings'
  | 'getWorkspaceName'
  | 'listTags'
  | 'streamTimeBlocks'
  | 'currentEntry'
  | 'stopTracking'
>;

const MISSING: Fault = { status: 404, reason: 'no such entry' };
const BATCH = 100;

/** What the server in memory shows to those who ask. */
export function fakeReads(focus: () => FakeFocus, answer: Answer): Reads {
  const living = (): readonly FocusEntry[] =>
    focus().entries.filter(({ deletedAt }) => deletedAt === undefined);
  const within = ({ fromAt, toAt }: Range): readonly FocusEntry[] =>
    living().filter(({ startAt = 0 }) => startAt >= fromAt && startAt <= toAt);
  const running = (): FocusEntry | undefined =>
    living().find(({ startAt, seconds }) => startAt !== undefined && seconds === undefined);

  function one(id: number, taskId?: number): Promise<FocusAnswer<FocusEntry>> {
    const found = living().find((entry) => entry.id === id);
    const isThere = found !== undefined && (taskId === undefined || found.taskId === taskId);
    return answer('entry', () => found!, isThere ? undefined : MISSING);
  }

  function page(all: readonly FocusEntry[], number = 1, perPage = 100): Page<FocusEntry> {
    const items = all.slice((number - 1) * perPage, number * perPage);
    return { ...listing(items), page: number, perPage };
  }

  return {
    streamTasks: () => answer('tasks', () => listing(focus().tasks)),
    createTask: ({ name }) =>
      answer('new task', (): FocusTask => {
        const made = focusTask(focus().tasks.length + 500, name);
        focus().tasks = [...focus().tasks, made];
        return made;
      }),
    streamEntries: (range) => answer('read', () => listing(within(range))),
    streamEntriesInBatches: (range, { onBatch }) =>
      answer('long read', () => {
        const all = within(range);
        for (let from = 0; from < all.length; from += BATCH) onBatch(all.slice(from, from + BATCH));
        return { count: all.length, leftOut: [], isList: true };
      }),
    streamEntriesOfTimeBlocks: (ids) =>
      answer('tracked on plan', () =>
        listing(living().filter(({ timeBlockId }) => ids.includes(timeBlockId ?? 0))),
      ),
    listEntries: (range, query) =>
      answer('page', () => page([...within(range)].reverse(), query?.page, query?.perPage)),
    listTaskEntries: (taskId, query) =>
      answer('task page', () =>
        page(
          living().filter((entry) => entry.taskId === taskId),
          query?.page,
          query?.perPage,
        ),
      ),
    getEntry: (id) => one(id),
    getTaskEntry: (taskId, id) => one(id, taskId),
    getSettings: () => answer('settings', () => focus().settings),
    getWorkspaceName: () => answer('workspace name', () => focus().workspaceName),
    listTags: () => answer('tags', () => listing(focus().tags)),
    streamTimeBlocks: () => answer('plan', () => listing(focus().timeBlocks)),
    currentEntry: () => answer('running', running),
    stopTracking: (endAt) =>
      answer('stop', () => {
        const { entries } = focus();
        const at = entries.findIndex((entry) => entry === running());
        const found = entries[at];
        if (found?.startAt === undefined) throw new Error('nothing runs there');
        const seconds = ((endAt - found.startAt) / 1000) as Seconds;
        const stopped = { ...found, seconds };
        entries[at] = stopped;
        return stopped;
      }),
  };
}
