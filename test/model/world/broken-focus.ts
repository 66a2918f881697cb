import type { Instant } from '#contract';
import type { FocusApi } from '../../../src-main/app/ports/focus-api.ts';
import type { Entry } from '../../../src-main/domain/entry.ts';
import type {
  EntryChange,
  FocusAnswer,
  FocusEntry,
  NewEntry,
} from '../../../src-main/domain/focus-types.ts';
import { focusEntry, focusTask, listing, MORNING } from '../../support/values.ts';
import {
  createFaultyLine,
  type FaultyLine,
  type LineOptions,
  type Refusal,
  type RequestKind,
  type RequestSeen,
} from './faulty-network.ts';
import { GONE_TASK } from '../history.ts';
import { createOtherDevice, type OtherDevice } from './other-device.ts';
import { changed, refusalOf, refusalOfAll, taskOf, within } from './server-rules.ts';

export type BrokenFocus = {
  readonly api: FocusApi;
  readonly entries: ReadonlyMap<number, FocusEntry>;
  readonly line: FaultyLine;
  readonly otherDevice: OtherDevice;
  /** Another computer tracked what this entry is, in other words. */
  addTwin(entry: FocusEntry): void;
};

type Options = LineOptions & {
  readonly hidesArchived: boolean;
  readonly bodies: boolean;
  readonly names: boolean;
  /** What Stint has under the id of Toggl Focus. */
  readonly known: (id: number) => Entry | undefined;
};

/** A write to entries that are there: all of them or none. Under a task, only to one of that task. */
type Written = {
  readonly name: string;
  readonly ids: readonly number[];
  readonly taskId?: number;
  readonly next: (entry: FocusEntry) => FocusEntry;
  /** What an update tells, by the entry's id. */
  readonly told?: ReadonlyMap<number, EntryChange>;
};

/** Toggl Focus as the model sees it, as strict as the real one about what it refuses. */
export function createBrokenFocus(options: Options): BrokenFocus {
  const line = createFaultyLine(options);
  const request: FaultyLine['request'] = (seen, work) => line.request(seen, work);
  const entries = new Map<number, FocusEntry>();
  const otherDevice = createOtherDevice({ ...options, entries });
  let lastId = 0;
  const serverTime = (): Instant => (MORNING + options.time.monotonic()) as Instant;

  function create(taskId: number | undefined, entry: NewEntry): FocusEntry {
    const { startAt, seconds, type, description } = entry;
    const createdAt = serverTime();
    const facts = { startAt, seconds, type, description, taskId, createdAt, updatedAt: createdAt };
    const made = focusEntry((lastId += 1), { ...facts, task: taskOf(taskId) });
    entries.set(made.id, made);
    return made;
  }

  function send(
    taskId: number | undefined,
    entry: NewEntry,
  ): Promise<FocusAnswer<FocusEntry | undefined>> {
    const content = JSON.stringify({ ...entry, taskId: taskId ?? null });
    const refusal = (): Refusal => refusalOf({ ...entry, taskId });
    const { startAt } = entry;
    const items = [{ startAt, taskId }];
    const seen: RequestSeen = { kind: 'send', content, startAt, size: 1, items };
    const apply = (): FocusEntry | undefined => {
      const made = create(taskId, entry);
      return options.bodies ? made : undefined;
    };
    return request(seen, { refusal, apply });
  }

  function find({ name, taskId }: Written, id: number): FocusEntry | undefined {
    const entry = entries.get(id);
    if (entry === undefined || (taskId !== undefined && entry.taskId !== taskId)) return undefined;
    return name === 'restore' || entry.deletedAt === undefined ? entry : undefined;
  }

  function refuse(written: Written): Refusal {
    if (written.ids.some((id) => find(written, id) === undefined)) {
      return { status: 404, reason: 'time entry not found' };
    }
    const changes = [...(written.told?.values() ?? [])];
    return changes
      .map((told) => refusalOf({ ...told, taskId: told.taskId ?? undefined }))
      .find((refusal) => refusal !== undefined);
  }

  function write(written: Written): Promise<FocusAnswer<undefined>> {
    const { ids, told, next } = written;
    for (const [id, change] of told ?? []) otherDevice.isTold(id, change);
    return request(seenAs(written), {
      refusal: () => refuse(written),
      apply() {
        for (const id of ids) {
          const entry = find(written, id);
          if (entry === undefined) continue;
          const after = next(entry);
          otherDevice.wasReplaced(entry, after);
          entries.set(id, after);
        }
        return undefined;
      },
    });
  }

  function update(changes: readonly Changed[], taskId?: number): Promise<FocusAnswer<undefined>> {
    const told = new Map(changes.map(({ id, ...change }) => [id, change]));
    const next = (entry: FocusEntry): FocusEntry => changed(entry, told.get(entry.id) ?? {});
    const ids = [...told.keys()];
    return write({ name: 'update', ids, told, next, ...(taskId === undefined ? {} : { taskId }) });
  }

  async function read<T>(apply: () => T, found: (value: T) => readonly FocusEntry[]) {
    const answer = await request(noEntry('read'), { refusal: fine, apply });
    if (answer.ok) otherDevice.wasRead(found(answer.value));
    return answer;
  }

  const listed = (fromAt: Instant, toAt: Instant): readonly FocusEntry[] =>
    within(entries, fromAt, toAt).filter(
      ({ archivedAt }) => archivedAt === undefined || !options.hidesArchived,
    );
  const at = (): Instant => options.time.now();
  const deeds = {
    delete: (entry: FocusEntry) => ({ ...entry, deletedAt: at() }),
    restore: (entry: FocusEntry) => ({ ...entry, deletedAt: undefined }),
    archive: (entry: FocusEntry) => ({ ...entry, archivedAt: at() }),
    unarchive: (entry: FocusEntry) => ({ ...entry, archivedAt: undefined }),
  };
  const toMany =
    (name: keyof typeof deeds) =>
    (ids: readonly number[]): Promise<FocusAnswer<undefined>> =>
      write({ name, ids, next: deeds[name] });
  const toOne = (name: keyof typeof deeds) => (id: number) =>
    write({ name, ids: [id], next: deeds[name] });
  const underTask = (name: keyof typeof deeds) => (taskId: number, id: number) =>
    write({ name, ids: [id], taskId, next: deeds[name] });

  const routes: Partial<FocusApi> = {
    ...catalogue(request),
    streamEntries: ({ fromAt, toAt }) =>
      read(
        () => listing(listed(fromAt, toAt)),
        ({ items }) => items,
      ),
    async streamEntriesInBatches({ fromAt, toAt }, { onBatch }) {
      const answer = await read(
        () => listed(fromAt, toAt),
        (all) => all,
      );
      if (!answer.ok) return answer;
      for (let from = 0; from < answer.value.length; from += BATCH) {
        onBatch(answer.value.slice(from, from + BATCH));
      }
      return { ...answer, value: { count: answer.value.length, leftOut: [], isList: true } };
    },
    createEntry: (entry) => send(undefined, entry),
    createTaskEntry: send,
    createEntries: (items) =>
      request(
        { ...noEntry('bulk'), size: items.length, items },
        {
          refusal: () => refusalOfAll(items, options.names),
          apply() {
            for (const { taskId, ...entry } of items) create(taskId, entry);
            return undefined;
          },
        },
      ),
    updateEntry: (id, told) => update([{ ...told, id }]),
    updateTaskEntry: (taskId, id, told) => update([{ ...told, id }], taskId),
    updateEntries: (changes) => update(changes),
    replaceTaskEntry: (taskId, id, entry) =>
      update([{ ...entry, description: entry.description ?? null, id }], taskId),
    deleteEntry: toOne('delete'),
    deleteTaskEntry: underTask('delete'),
    deleteEntries: toMany('delete'),
    restoreTaskEntry: underTask('restore'),
    restoreEntries: toMany('restore'),
    archiveEntry: toOne('archive'),
    archiveTaskEntry: underTask('archive'),
    unarchiveEntry: toOne('unarchive'),
    unarchiveTaskEntry: underTask('unarchive'),
  };

  function addTwin({ startAt, seconds, type, taskId }: FocusEntry): void {
    const twin = { startAt: startAt ?? serverTime(), seconds, type };
    otherDevice.made(create(taskId, { ...twin, description: 'twin' }).id);
  }

  return { api: routes as FocusApi, entries, line, otherDevice, addTwin };
}

type Changed = EntryChange & { readonly id: number };

const BATCH = 3;

function noEntry(kind: RequestKind): RequestSeen {
  return { kind, content: undefined, startAt: undefined, size: 0 };
}

/** A bulk is told again in halves, and so is not held to be told once only. */
function seenAs({ name, ids, taskId, told }: Written): RequestSeen {
  const [id = 0, ...others] = ids;
  if (others.length > 0) return { ...noEntry('bulk-change'), size: ids.length };
  const change = told?.get(id);
  return {
    kind: 'change',
    content: change && `${name} ${id} under ${taskId ?? '-'} ${JSON.stringify(change)}`,
    startAt: change?.startAt,
    size: 1,
  };
}

const fine = (): undefined => undefined;

function catalogue(
  request: FaultyLine['request'],
): Pick<FocusApi, 'streamTasks' | 'getSettings' | 'streamTimeBlocks'> {
  return {
    streamTasks: () =>
      request(noEntry('probe'), {
        refusal: fine,
        apply: () => listing([1, 2, GONE_TASK].map((id) => focusTask(id))),
      }),
    getSettings: () =>
      request(noEntry('glance'), {
        refusal: fine,
        apply: () => ({
          currentWorkspaceId: 2,
          timezone: 'UTC',
          weekStartsOn: 1,
          timeFormat: '24h',
        }),
      }),
    streamTimeBlocks: () => request(noEntry('glance'), { refusal: fine, apply: () => listing([]) }),
  };
}
