import type { TagView } from '#contract';
import type { FocusApi } from '../../../src-main/app/ports/focus-api.ts';
import type {
  EntryChange,
  FocusAnswer,
  FocusEntry,
  FocusSettings,
  FocusTask,
  FocusTimeBlock,
  NewEntry,
  QuotaReading,
} from '../../../src-main/domain/focus-types.ts';
import { fakeReads } from './fake-reads.ts';
import { answered, failure, foreign, noAnswer, notSent, type Refused } from './focus-failures.ts';
import { focusEntry, focusTask } from '../values.ts';

/** What happens to the next request. `lost`: applied, its answer never arrives. `dropped`: never applied. */
export type Fault =
  | 'offline'
  | 'lost'
  | 'dropped'
  /** Somebody in between answers, with this status. */
  | { readonly foreign: number }
  | Refused;

export type FakeFocus = {
  readonly api: FocusApi;
  readonly entries: FocusEntry[];
  tasks: FocusTask[];
  settings: FocusSettings;
  workspaceName: string | undefined;
  tags: readonly TagView[];
  timeBlocks: FocusTimeBlock[];
  quota: QuotaReading | undefined;
  /** Names of the requests that reached the server or tried to, in order. */
  readonly requests: string[];
  /** The routes of changes: `update` is by the id alone, `update under 1` by that task. */
  readonly routes: string[];
  /** The next requests meet these, one each, and those at `none` nothing. */
  readonly faults: (Fault | 'none')[];
  /** While set, every request meets it. */
  always: Fault | undefined;
  /** Whether a creation is answered with what was made. */
  bodies: boolean;
  /** While set, answers wait for it. */
  gate: Promise<void> | undefined;
};

/** A description that the server refuses, alone or in a bulk. */
export const POISON = 'poison';
const REFUSED: Fault = { status: 400, reason: 'poison' };
/** A description that a filter in between lets nobody send. */
export const FILTERED = 'filtered';
const TEXT_FAULTS: Readonly<Record<string, Fault>> = {
  [POISON]: REFUSED,
  [FILTERED]: { foreign: 403 },
};
const MISSING: Fault = { status: 404, reason: 'no such entry' };

/** A write to entries that the server has; under a task where one is named. */
type Written = {
  readonly name: string;
  readonly ids: readonly number[];
  readonly taskId?: number | undefined;
  readonly refusal?: Fault | undefined;
};
type Answered = Promise<FocusAnswer<undefined>>;
type Changed = EntryChange & { readonly id: number };

/** Toggl Focus as the core sees it, in memory: entries, tasks, and faults of the test's choosing. */
export function createFakeFocus(): FakeFocus {
  /** `refusal` is what the server itself makes of the request, where the network lets it through. */
  async function answer<T>(name: string, apply: () => T, refusal?: Fault): Promise<FocusAnswer<T>> {
    focus.requests.push(name);
    const fault = focus.always ?? met(focus.faults) ?? refusal;
    const { quota } = focus;
    if (fault === undefined || fault === 'lost') {
      const value = apply();
      await focus.gate;
      return fault === undefined ? { ok: true, value, quota } : failure(noAnswer, undefined);
    }
    await focus.gate;
    if (fault === 'offline') return failure(notSent, undefined);
    if (fault === 'dropped') return failure(noAnswer, undefined);
    return 'foreign' in fault
      ? failure(foreign(fault.foreign), undefined)
      : failure(answered(fault), quota);
  }

  function create(taskId: number | undefined, entry: NewEntry): FocusEntry {
    const made = focusEntry(focus.entries.length + 70, {
      startAt: entry.startAt,
      seconds: entry.seconds,
      type: entry.type,
      description: entry.description,
      timeBlockId: entry.timeBlockId,
      taskId,
      task: focus.tasks.find((task) => task.id === taskId),
    });
    focus.entries.push(made);
    return made;
  }

  const shown = (made: FocusEntry): FocusEntry | undefined => (focus.bodies ? made : undefined);

  function find(id: number, taskId?: number): number {
    return focus.entries.findIndex(
      (entry) => entry.id === id && (taskId === undefined || entry.taskId === taskId),
    );
  }

  /** A write to entries by their ids, under a task where one is named: all of them or none. */
  function write(seen: Written, next: (entry: FocusEntry) => FocusEntry): Answered {
    const { name, ids, taskId } = seen;
    const places = ids.map((id) => find(id, taskId));
    const isThere = places.every((place) => {
      const there = focus.entries[place];
      return there !== undefined && (name === 'restore' || there.deletedAt === undefined);
    });
    const apply = (): undefined => {
      for (const place of places) {
        const there = focus.entries[place];
        if (there !== undefined) focus.entries[place] = next(there);
      }
    };
    focus.routes.push(taskId === undefined ? name : `${name} under ${taskId}`);
    const refusal = isThere ? seen.refusal : MISSING;
    return answer(ids.length === 1 ? name : `${name} ${ids.length}`, apply, refusal);
  }

  function update(changes: readonly Changed[], taskId?: number): Answered {
    const byId = new Map(changes.map((change) => [change.id, change]));
    const refusal = faultIn(changes);
    return write({ name: 'update', ids: [...byId.keys()], taskId, refusal }, (entry) =>
      changedBy(entry, byId.get(entry.id) ?? {}),
    );
  }

  const routes: Partial<FocusApi> = {
    ...fakeReads(() => focus, answer),
    createTaskEntry(taskId, entry) {
      return answer('create', () => shown(create(taskId, entry)), faultIn([entry]));
    },
    createEntry: (entry) => answer('create', () => shown(create(undefined, entry))),
    createEntries(entries) {
      const apply = (): undefined => {
        for (const { taskId, ...entry } of entries) create(taskId, entry);
      };
      return answer(`bulk ${entries.length}`, apply, faultIn(entries));
    },
    updateEntry: (id, change) => update([{ ...change, id }]),
    updateTaskEntry: (taskId, id, change) => update([{ ...change, id }], taskId),
    updateEntries: (changes) => update(changes),
    replaceTaskEntry: (taskId, id, entry) =>
      write({ name: 'replace', ids: [id], taskId }, (there) => ({
        ...changedBy(there, entry),
        description: entry.description,
      })),
    deleteEntry: (id) => write({ name: 'delete', ids: [id] }, markDeleted),
    deleteTaskEntry: (taskId, id) => write({ name: 'delete', ids: [id], taskId }, markDeleted),
    deleteEntries: (ids) => write({ name: 'delete', ids }, markDeleted),
    restoreTaskEntry: (taskId, id) => write({ name: 'restore', ids: [id], taskId }, unmarkDeleted),
    restoreEntries: (ids) => write({ name: 'restore', ids }, unmarkDeleted),
    archiveEntry: (id) => write({ name: 'archive', ids: [id] }, archive),
    archiveTaskEntry: (taskId, id) => write({ name: 'archive', ids: [id], taskId }, archive),
    unarchiveEntry: (id) => write({ name: 'unarchive', ids: [id] }, unarchive),
    unarchiveTaskEntry: (taskId, id) => write({ name: 'unarchive', ids: [id], taskId }, unarchive),
  };

  const focus: FakeFocus = {
    api: new Proxy(routes as FocusApi, {
      get(target, name) {
        if (Object.hasOwn(target, name)) return Reflect.get(target, name) as unknown;
        throw new Error(`nobody expected a request by ${String(name)}`);
      },
    }),
    entries: [],
    workspaceName: 'Engineering, Northwind',
    tags: [],
    settings: {
      currentWorkspaceId: 2,
      timezone: 'UTC',
      weekStartsOn: 1,
      timeFormat: '24h',
    },
    timeBlocks: [],
    tasks: [focusTask(1, 'Schema work'), focusTask(2, 'Review')],
    quota: undefined,
    requests: [],
    routes: [],
    faults: [],
    always: undefined,
    bodies: true,
    gate: undefined,
  };
  return focus;
}

function met(faults: FakeFocus['faults']): Fault | undefined {
  const next = faults.shift();
  return next === 'none' ? undefined : next;
}

function changedBy(entry: FocusEntry, change: EntryChange): FocusEntry {
  const { startAt, seconds, type, taskId, description } = change;
  return {
    ...entry,
    startAt: startAt ?? entry.startAt,
    seconds: seconds ?? entry.seconds,
    type: type ?? entry.type,
    taskId: taskId === undefined ? entry.taskId : (taskId ?? undefined),
    description: description === undefined ? entry.description : (description ?? undefined),
  };
}

function markDeleted(entry: FocusEntry): FocusEntry {
  return { ...entry, deletedAt: entry.startAt };
}

function archive(entry: FocusEntry): FocusEntry {
  return { ...entry, archivedAt: entry.startAt };
}

function unarchive(entry: FocusEntry): FocusEntry {
  return { ...entry, archivedAt: undefined };
}

function unmarkDeleted(entry: FocusEntry): FocusEntry {
  return { ...entry, deletedAt: undefined };
}

type Described = { readonly description?: string | null | undefined };

function faultIn(items: readonly Described[]): Fault | undefined {
  const faults = items.map(({ description }) => TEXT_FAULTS[description ?? '']);
  return faults.find((fault) => fault !== undefined);
}
