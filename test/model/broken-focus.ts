import type { Instant } from '#contract';
import type { FocusApi } from '../../src-main/app/focus-api.ts';
import type {
  EntryChange,
  FocusAnswer,
  FocusEntry,
  NewEntry,
} from '../../src-main/domain/focus.ts';
import { focusEntry, focusTask } from '../support/values.ts';
import {
  createFaultyLine,
  type FaultyLine,
  type LineOptions,
  type Refusal,
  type RequestKind,
  type RequestSeen,
} from './faulty-line.ts';
import { GONE_TASK, POISON } from './history.ts';

export type BrokenFocus = {
  readonly api: FocusApi;
  readonly entries: ReadonlyMap<number, FocusEntry>;
  readonly line: FaultyLine;
};

/** Toggl Focus as the model sees it, as strict as the real one about what it refuses. */
export function createBrokenFocus(options: LineOptions): BrokenFocus {
  const { time } = options;
  const line = createFaultyLine(options);
  const request: FaultyLine['request'] = (seen, work) => line.request(seen, work);
  const entries = new Map<number, FocusEntry>();
  let lastId = 0;

  function create(taskId: number | undefined, entry: NewEntry): FocusEntry {
    const { startAt, seconds, type, description } = entry;
    const facts = { startAt, seconds, type, description, taskId };
    const made = focusEntry((lastId += 1), { ...facts, task: taskOf(taskId) });
    entries.set(made.id, made);
    return made;
  }

  function send(taskId: number | undefined, entry: NewEntry): Promise<FocusAnswer<FocusEntry>> {
    const content = JSON.stringify({ ...entry, taskId: taskId ?? null });
    const refusal = (): Refusal => refusalOf({ ...entry, taskId });
    const seen: RequestSeen = { kind: 'send', content, startAt: entry.startAt, size: 1 };
    return request(seen, { refusal, apply: () => create(taskId, entry) });
  }

  function change(
    { id, taskId, told }: { id: number; taskId: number | undefined; told: EntryChange },
    next: (entry: FocusEntry) => FocusEntry,
    deletedToo = false,
  ): Promise<FocusAnswer<undefined>> {
    const find = (): FocusEntry | undefined => {
      const entry = entries.get(id);
      if (entry === undefined || (taskId !== undefined && entry.taskId !== taskId))
        return undefined;
      return deletedToo || entry.deletedAt === undefined ? entry : undefined;
    };
    const isUpdate = Object.keys(told).length > 0;
    const content = isUpdate ? `${id} ${JSON.stringify(told)}` : undefined;
    return request(
      { kind: 'change', content, startAt: isUpdate ? told.startAt : undefined, size: 1 },
      {
        refusal: () =>
          find() === undefined
            ? { status: 404, reason: 'time entry not found' }
            : refusalOf({ ...told, taskId: told.taskId ?? undefined }),
        apply() {
          const entry = find();
          if (entry !== undefined) entries.set(id, next(entry));
          return undefined;
        },
      },
    );
  }

  const remove = (entry: FocusEntry): FocusEntry => ({ ...entry, deletedAt: time.now() });
  const restore = (entry: FocusEntry): FocusEntry => ({ ...entry, deletedAt: undefined });
  const noEntry = (kind: RequestKind): RequestSeen => ({
    kind,
    content: undefined,
    startAt: undefined,
    size: 0,
  });
  const fine = (): undefined => undefined;

  const routes: Partial<FocusApi> = {
    streamTasks: () =>
      request(noEntry('probe'), {
        refusal: fine,
        apply: () => [1, 2, GONE_TASK].map((id) => focusTask(id)),
      }),
    streamEntries: ({ fromAt, toAt }) =>
      request(noEntry('read'), { refusal: fine, apply: () => within(entries, fromAt, toAt) }),
    createEntry: (entry) => send(undefined, entry),
    createTaskEntry: send,
    createEntries: (items) =>
      request(
        { ...noEntry('bulk'), size: items.length },
        {
          refusal: () => items.map(refusalOf).find((refusal) => refusal !== undefined),
          apply() {
            for (const { taskId, ...entry } of items) create(taskId, entry);
            return undefined;
          },
        },
      ),
    updateEntry: (id, told) => change({ id, taskId: undefined, told }, (one) => changed(one, told)),
    updateTaskEntry: (taskId, id, told) =>
      change({ id, taskId, told }, (one) => changed(one, told)),
    deleteEntry: (id) => change({ id, taskId: undefined, told: {} }, remove),
    deleteTaskEntry: (taskId, id) => change({ id, taskId, told: {} }, remove),
    restoreEntries: ([id = 0]) => change({ id, taskId: undefined, told: {} }, restore, true),
    restoreTaskEntry: (taskId, id) => change({ id, taskId, told: {} }, restore, true),
  };

  return { api: routes as FocusApi, entries, line };
}

function refusalOf(item: EntryChange): Refusal {
  if (item.description === POISON) return { status: 422, reason: 'poison' };
  if (item.taskId === GONE_TASK) return { status: 404, reason: 'task not found' };
  return undefined;
}

function within(
  entries: ReadonlyMap<number, FocusEntry>,
  fromAt: Instant,
  toAt: Instant,
): readonly FocusEntry[] {
  return [...entries.values()].filter(
    ({ startAt = 0, seconds = 0, deletedAt }) =>
      deletedAt === undefined &&
      startAt <= toAt &&
      (startAt >= fromAt || startAt + seconds * 1000 > fromAt),
  );
}

function taskOf(taskId: number | undefined): FocusEntry['task'] {
  return taskId === undefined ? undefined : focusTask(taskId);
}

function changed(
  entry: FocusEntry,
  { startAt, seconds, taskId, description }: EntryChange,
): FocusEntry {
  const task = taskId === undefined ? entry.taskId : (taskId ?? undefined);
  return {
    ...entry,
    startAt: startAt ?? entry.startAt,
    seconds: seconds ?? entry.seconds,
    taskId: task,
    task: taskOf(task),
    description: description === undefined ? entry.description : (description ?? undefined),
  };
}
