import type { Seconds } from '#contract';
import type { FocusApi } from '../../src-main/app/focus-api.ts';
import type {
  EntryChange,
  FocusAnswer,
  FocusEntry,
  FocusError,
  FocusTask,
  NewEntry,
  QuotaReading,
} from '../../src-main/domain/focus.ts';
import { focusEntry, focusTask } from './values.ts';

/** What happens to the next request. `lost`: applied, its answer never arrives. `dropped`: never applied. */
export type Fault =
  | 'offline'
  | 'lost'
  | 'dropped'
  | { readonly status: number; readonly reason?: string; readonly retryAfter?: Seconds };

export type FakeFocus = {
  readonly api: FocusApi;
  readonly entries: FocusEntry[];
  tasks: FocusTask[];
  quota: QuotaReading | undefined;
  /** Names of the requests that reached the server or tried to, in order. */
  readonly requests: string[];
  /** The next requests meet these, one each. */
  readonly faults: Fault[];
  /** While set, every request meets it. */
  always: Fault | undefined;
  /** While set, answers wait for it. */
  gate: Promise<void> | undefined;
};

/** A description that the server refuses, alone or in a bulk. */
export const POISON = 'poison';
const REFUSED: Fault = { status: 400, reason: 'poison' };

/** Toggl Focus as the core sees it, in memory: entries, tasks, and faults of the test's choosing. */
export function createFakeFocus(): FakeFocus {
  /** `refusal` is what the server itself makes of the request, where the network lets it through. */
  async function answer<T>(name: string, apply: () => T, refusal?: Fault): Promise<FocusAnswer<T>> {
    focus.requests.push(name);
    const fault = focus.always ?? focus.faults.shift() ?? refusal;
    const { quota } = focus;
    if (fault === undefined || fault === 'lost') {
      const value = apply();
      await focus.gate;
      return fault === undefined ? { ok: true, value, quota } : failure(noAnswer, undefined);
    }
    await focus.gate;
    if (fault === 'offline') return failure(notSent, undefined);
    if (fault === 'dropped') return failure(noAnswer, undefined);
    return failure(answered(fault), quota);
  }

  function create(taskId: number | undefined, entry: NewEntry): FocusEntry {
    const made = focusEntry(focus.entries.length + 70, {
      startAt: entry.startAt,
      seconds: entry.seconds,
      type: entry.type,
      description: entry.description,
      taskId,
      task: focus.tasks.find((task) => task.id === taskId),
    });
    focus.entries.push(made);
    return made;
  }

  /** A write to one entry; 404 where there is none. */
  function write(
    name: string,
    id: number,
    next: (entry: FocusEntry) => FocusEntry,
  ): Promise<FocusAnswer<undefined>> {
    const index = focus.entries.findIndex((entry) => entry.id === id);
    const there = focus.entries[index];
    const isThere = there !== undefined && (name === 'restore' || there.deletedAt === undefined);
    const apply = (): undefined => {
      if (there !== undefined) focus.entries[index] = next(there);
    };
    return answer(name, apply, isThere ? undefined : { status: 404, reason: 'no such entry' });
  }

  const routes: Partial<FocusApi> = {
    streamTasks: () => answer('tasks', () => focus.tasks),
    createTaskEntry(taskId, entry) {
      const refusal = entry.description === POISON ? REFUSED : undefined;
      return answer('create', () => create(taskId, entry), refusal);
    },
    createEntry: (entry) => answer('create', () => create(undefined, entry)),
    createEntries(entries) {
      const poison = entries.find(({ description }) => description === POISON);
      const apply = (): undefined => {
        for (const { taskId, ...entry } of entries) create(taskId, entry);
      };
      return answer(`bulk ${entries.length}`, apply, poison && REFUSED);
    },
    updateEntry: (id, change) => write('update', id, (entry) => changedBy(entry, change)),
    updateTaskEntry: (_, id, change) => write('update', id, (entry) => changedBy(entry, change)),
    deleteEntry: (id) => write('delete', id, markDeleted),
    deleteTaskEntry: (_, id) => write('delete', id, markDeleted),
    restoreTaskEntry: (_, id) => write('restore', id, unmarkDeleted),
    restoreEntries: ([id = 0]) => write('restore', id, unmarkDeleted),
    streamEntries: ({ fromAt, toAt }) =>
      answer('read', () =>
        focus.entries.filter(
          ({ startAt = 0, deletedAt }) =>
            deletedAt === undefined && startAt >= fromAt && startAt <= toAt,
        ),
      ),
  };

  const focus: FakeFocus = {
    api: new Proxy(routes as FocusApi, {
      get(target, name) {
        if (Object.hasOwn(target, name)) return Reflect.get(target, name) as unknown;
        throw new Error(`nobody expected a request by ${String(name)}`);
      },
    }),
    entries: [],
    tasks: [focusTask(1, 'Schema work'), focusTask(2, 'Review')],
    quota: undefined,
    requests: [],
    faults: [],
    always: undefined,
    gate: undefined,
  };
  return focus;
}

function changedBy(entry: FocusEntry, change: EntryChange): FocusEntry {
  const { startAt, seconds, taskId, description } = change;
  return {
    ...entry,
    startAt: startAt ?? entry.startAt,
    seconds: seconds ?? entry.seconds,
    taskId: taskId === undefined ? entry.taskId : (taskId ?? undefined),
    description: description === undefined ? entry.description : (description ?? undefined),
  };
}

function markDeleted(entry: FocusEntry): FocusEntry {
  return { ...entry, deletedAt: entry.startAt };
}

function unmarkDeleted(entry: FocusEntry): FocusEntry {
  return { ...entry, deletedAt: undefined };
}

const notSent: FocusError = { kind: 'not-sent', applied: 'no', detail: 'offline' };
const noAnswer: FocusError = { kind: 'no-answer', applied: 'maybe', detail: 'reset' };

function answered(fault: Extract<Fault, object>): FocusError {
  return {
    kind: 'answered',
    applied: fault.status >= 500 ? 'maybe' : 'no',
    status: fault.status,
    code: undefined,
    reason: fault.reason ?? 'because',
    requiredFields: [],
    traceId: undefined,
    retryAfter: fault.retryAfter,
  };
}

function failure(error: FocusError, quota: QuotaReading | undefined): FocusAnswer<never> {
  return { ok: false, error, quota };
}
