import type { Instant, Seconds } from '#contract';
import type { FocusApi } from '../../src-main/app/focus-api.ts';
import type {
  EntryChange,
  FocusAnswer,
  FocusEntry,
  NewEntry,
} from '../../src-main/domain/focus.ts';
import { createQuota } from '../../src-main/demo/quota.ts';
import { focusEntry, focusTask } from '../support/values.ts';
import { GONE_TASK, POISON, type Fault } from './history.ts';
import { answeredWith, NO_ANSWER, NOT_SENT, UNREADABLE } from './wire-answers.ts';
import type { VirtualTime } from './virtual-time.ts';

export type RequestKind = 'probe' | 'read' | 'send' | 'bulk' | 'change';

export type RequestSeen = {
  readonly kind: RequestKind;
  /** What a write carries, so that a repetition can be told. */
  readonly content: string | undefined;
  readonly startAt: Instant | undefined;
};

/** How a request ended for the client. `failed`: not its own fault. */
export type Ending = 'ok' | 'refused' | 'failed' | 'ambiguous';

export type Watch = {
  sent(request: RequestSeen): void;
  ended(request: RequestSeen, ending: Ending, answer: FocusAnswer<unknown>): void;
};

export type BrokenFocus = {
  readonly api: FocusApi;
  readonly entries: Map<number, FocusEntry>;
  readonly faults: Fault[];
  offline: boolean;
  /** The client died: answers under way reach nobody. */
  forgetClient(): void;
  readonly inFlight: boolean;
};

type Refusal = { readonly status: number; readonly reason: string } | undefined;
type Work<T> = { readonly refusal: () => Refusal; readonly apply: () => T };
type Options = {
  readonly time: VirtualTime;
  readonly headers: boolean;
  readonly quota: number;
  readonly watch: Watch;
};

/** Toggl Focus as the model sees it: strict like the real one, with a quota that counts, and faults. */
export function createBrokenFocus({ time, headers, quota: limit, watch }: Options): BrokenFocus {
  const quota = createQuota(limit);
  const entries = new Map<number, FocusEntry>();
  let lastId = 0;
  let client = 0;
  let open = 0;
  let latest: { readonly lateMs: number; cancel: () => void; apply: () => void } | undefined;

  const reading = (): FocusAnswer<unknown>['quota'] =>
    headers ? (quota.state(time.monotonic()) as FocusAnswer<unknown>['quota']) : undefined;

  /** The server's own doing: quota first, then what is wrong with the request. */
  function serve<T>(work: Work<T>): FocusAnswer<T> {
    if (!quota.spend(time.monotonic())) {
      return { ok: false, error: answeredWith(402, 'quota spent'), quota: reading() };
    }
    const refusal = work.refusal();
    if (refusal !== undefined) {
      return {
        ok: false,
        error: answeredWith(refusal.status, refusal.reason),
        quota: reading(),
      };
    }
    return { ok: true, value: work.apply(), quota: reading() };
  }

  function meet<T>(fault: Fault | undefined, kind: RequestKind, work: Work<T>): FocusAnswer<T> {
    switch (fault?.kind) {
      case undefined:
      case 'slow':
        return serve(work);
      case 'offline':
        return { ok: false, error: NOT_SENT, quota: undefined };
      case 'dropped':
      case 'late':
        return { ok: false, error: NO_ANSWER, quota: undefined };
      case 'lost':
        serve(work);
        return { ok: false, error: NO_ANSWER, quota: undefined };
      case 'unreadable':
        serve(work);
        return { ok: false, error: UNREADABLE, quota: undefined };
      case 'retry-after':
        return {
          ok: false,
          error: answeredWith(429, 'slow down', fault.seconds as Seconds),
          quota: reading(),
        };
      case 'status':
        return refuse(fault, kind, work);
    }
  }

  function refuse<T>(
    { status, applied }: Extract<Fault, { readonly kind: 'status' }>,
    kind: RequestKind,
    work: Work<T>,
  ): FocusAnswer<T> {
    if (status >= 500) {
      if (applied) serve(work);
      return { ok: false, error: answeredWith(status, 'trouble'), quota: undefined };
    }
    if (!quota.spend(time.monotonic())) return serve(work);
    // A server that denies an entry it holds cannot be served right by anyone.
    const honest = kind === 'change' && status === 404 ? 422 : status;
    return { ok: false, error: answeredWith(honest, 'no'), quota: reading() };
  }

  function request<T>(seen: RequestSeen, work: Work<T>): Promise<FocusAnswer<T>> {
    watch.sent(seen);
    open += 1;
    const mine = client;
    const fault: Fault | undefined = focus.offline ? { kind: 'offline' } : focus.faults.shift();
    const answer = meet(fault, seen.kind, work);
    const ms = fault !== undefined && 'ms' in fault ? fault.ms : 0;
    if (fault?.kind === 'late') applyLater(ms, fault.lateMs, () => void serve(work));
    return new Promise((resolve) => {
      function give(): void {
        if (mine !== client) return;
        open -= 1;
        latest = undefined;
        watch.ended(seen, endingOf(answer), answer);
        resolve(answer);
      }
      if (ms === 0) give();
      else time.after(ms, give);
    });
  }

  function applyLater(ms: number, lateMs: number, apply: () => void): void {
    latest = { lateMs, apply, cancel: time.after(ms + lateMs, apply) };
  }

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
    const seen: RequestSeen = { kind: 'send', content, startAt: entry.startAt };
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
      { kind: 'change', content, startAt: isUpdate ? told.startAt : undefined },
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
  const readOnly = (kind: RequestKind): RequestSeen => ({
    kind,
    content: undefined,
    startAt: undefined,
  });
  const fine = (): undefined => undefined;

  const routes: Partial<FocusApi> = {
    streamTasks: () =>
      request(readOnly('probe'), {
        refusal: fine,
        apply: () => [1, 2, GONE_TASK].map((id) => focusTask(id)),
      }),
    streamEntries: ({ fromAt, toAt }) =>
      request(readOnly('read'), { refusal: fine, apply: () => within(entries, fromAt, toAt) }),
    createEntry: (entry) => send(undefined, entry),
    createTaskEntry: send,
    createEntries: (items) =>
      request(readOnly('bulk'), {
        refusal: () => items.map(refusalOf).find((refusal) => refusal !== undefined),
        apply() {
          for (const { taskId, ...entry } of items) create(taskId, entry);
          return undefined;
        },
      }),
    updateEntry: (id, told) => change({ id, taskId: undefined, told }, (one) => changed(one, told)),
    updateTaskEntry: (taskId, id, told) =>
      change({ id, taskId, told }, (one) => changed(one, told)),
    deleteEntry: (id) => change({ id, taskId: undefined, told: {} }, remove),
    deleteTaskEntry: (taskId, id) => change({ id, taskId, told: {} }, remove),
    restoreEntries: ([id = 0]) => change({ id, taskId: undefined, told: {} }, restore, true),
    restoreTaskEntry: (taskId, id) => change({ id, taskId, told: {} }, restore, true),
  };

  const focus: BrokenFocus = {
    api: routes as FocusApi,
    entries,
    faults: [],
    offline: false,
    forgetClient() {
      client += 1;
      open = 0;
      if (latest === undefined) return;
      // What the dead client had sent arrives as late after its death as it would have after its patience.
      latest.cancel();
      time.after(latest.lateMs, latest.apply);
      latest = undefined;
    },
    get inFlight() {
      return open > 0;
    },
  };
  return focus;
}

function endingOf(answer: FocusAnswer<unknown>): Ending {
  if (answer.ok) return 'ok';
  const { error, quota } = answer;
  if (error.applied === 'maybe') return 'ambiguous';
  if (error.kind === 'not-sent') return 'failed';
  const waits = [401, 429].includes(error.status);
  const spent = error.status === 402 && (quota === undefined || quota.remaining <= 0);
  return waits || spent ? 'failed' : 'refused';
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
