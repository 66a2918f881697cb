import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createConnectFocus } from '../../src-main/adapters/focus/client.ts';
import type { FocusApi } from '../../src-main/app/ports/focus-api.ts';
import type { FocusAnswer, FocusEntry } from '../../src-main/domain/focus-types.ts';
import {
  createFaultServer,
  TASK_A,
  TASK_B,
  type FaultServer,
} from '../support/server/fault-server.ts';
import {
  API_DESCRIPTION,
  createWatchedFetch,
  hasApiDescription,
  startPrismProxy,
  type PrismProxy,
} from '../support/server/prism-proxy.ts';
import { at, seconds } from '../support/values.ts';

const range = { fromAt: at('00:00'), toAt: at('23:59') };
const plain = { type: 'activity', startAt: at('08:00'), seconds: seconds(1500) } as const;
const full = { ...plain, description: 'schema work', timeBlockId: 31 };
const page = { page: 1, perPage: 10 };

/** Every function of the client, through Prism, against the embedded Toggl Focus. */
function describeContract() {
  let server: FaultServer;
  let prism: PrismProxy;
  let api: FocusApi;
  const watched = createWatchedFetch();

  beforeAll(async () => {
    server = await createFaultServer();
    prism = await startPrismProxy(server.account.baseUrl);
    const connect = createConnectFocus({ fetch: (url, init) => watched.fetch(url, init) });
    api = connect({ ...server.account, baseUrl: prism.baseUrl });
  }, 30_000);
  afterAll(async () => {
    await prism.stop();
    await server.stop();
  });

  async function succeed<T>(answer: Promise<FocusAnswer<T>>): Promise<T> {
    const result = await answer;
    expect(watched.violations()).toEqual([]);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(result.quota).toBeDefined();
    return result.value;
  }

  async function newEntry(): Promise<number> {
    const entry = await succeed(api.createTaskEntry(TASK_A.id, full));
    return entry?.id ?? 0;
  }

  /** By hand, for the client only reads plans. */
  async function plan(taskId: number): Promise<void> {
    const { baseUrl, organizationId, workspaceId, credential } = server.account;
    const path = `/organizations/${organizationId}/workspaces/${workspaceId}/tasks/${taskId}/time-blocks`;
    const answer = await fetch(baseUrl + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${credential.key}` },
      body: JSON.stringify({ start: new Date(at('10:00')).toISOString(), duration: 5400 }),
    });
    expect(answer.status).toBe(201);
  }

  const filter = { type: 'activity', archived: false, orderBy: '-start' } as const;
  const calls: Readonly<Record<keyof FocusApi, () => Promise<unknown>>> = {
    listTaskEntries: () => {
      const query = { ...page, ...filter, timeBlockId: 31 };
      return succeed(api.listTaskEntries(TASK_A.id, query));
    },
    createTaskEntry: newEntry,
    getTaskEntry: async () => succeed(api.getTaskEntry(TASK_A.id, await newEntry())),
    replaceTaskEntry: async () =>
      succeed(api.replaceTaskEntry(TASK_A.id, await newEntry(), { ...full, type: 'break' })),
    deleteTaskEntry: async () => succeed(api.deleteTaskEntry(TASK_A.id, await newEntry())),
    updateTaskEntry: async () => {
      const change = { taskId: TASK_B.id, timeBlockId: null, description: null };
      return succeed(api.updateTaskEntry(TASK_A.id, await newEntry(), change));
    },
    archiveTaskEntry: async () => succeed(api.archiveTaskEntry(TASK_A.id, await newEntry())),
    restoreTaskEntry: async () => {
      const id = await newEntry();
      await succeed(api.deleteTaskEntry(TASK_A.id, id));
      return succeed(api.restoreTaskEntry(TASK_A.id, id));
    },
    unarchiveTaskEntry: async () => {
      const id = await newEntry();
      await succeed(api.archiveTaskEntry(TASK_A.id, id));
      return succeed(api.unarchiveTaskEntry(TASK_A.id, id));
    },
    listEntries: () => {
      const query = { ...page, ...filter, taskId: TASK_A.id, timeBlockId: 31 };
      return succeed(api.listEntries(range, { ...query, includeTaskless: true }));
    },
    createEntries: () =>
      succeed(
        api.createEntries([
          { ...full, taskId: TASK_A.id },
          { ...plain, taskId: undefined },
        ]),
      ),
    deleteEntries: async () =>
      succeed(api.deleteEntries([await newEntry(), await newEntry(), await newEntry()])),
    updateEntries: async () =>
      succeed(
        api.updateEntries([
          { id: await newEntry(), seconds: seconds(60), startAt: at('09:00') },
          { id: await newEntry(), taskId: null, type: 'break', description: 'x' },
        ]),
      ),
    restoreEntries: async () => {
      const ids = [await newEntry(), await newEntry()];
      await succeed(api.deleteEntries(ids));
      return succeed(api.restoreEntries(ids));
    },
    streamEntries: async () => {
      await newEntry();
      const { items } = await succeed(
        api.streamEntries(range, { ...filter, includeTaskless: true }),
      );
      expect(items.map(({ task }) => task?.name)).toContain(TASK_A.name);
    },
    streamEntriesInBatches: async () => {
      await newEntry();
      const seen: FocusEntry[] = [];
      const onBatch = (entries: readonly FocusEntry[]) => void seen.push(...entries);
      const sink = { onBatch, signal: new AbortController().signal };
      const { count } = await succeed(api.streamEntriesInBatches(range, sink, { ...filter }));
      expect(seen).toHaveLength(count);
      expect(seen.map(({ task }) => task?.name)).toContain(TASK_A.name);
    },
    streamEntriesOfTimeBlocks: async () => {
      await newEntry();
      const { items } = await succeed(api.streamEntriesOfTimeBlocks([31, 32]));
      expect(items).not.toEqual([]);
    },
    getSettings: () => succeed(api.getSettings()),
    getWorkspaceName: async () => {
      expect(await succeed(api.getWorkspaceName())).toBe('Engineering, Northwind');
    },
    listTags: () => succeed(api.listTags()),
    listTasks: () => succeed(api.listTasks({ ...page, name: 'review', projectId: 1 })),
    streamTasks: async () => {
      const names = (await succeed(api.streamTasks())).items.map(({ name }) => name);
      expect(names).toContain(TASK_A.name);
    },
    getTask: async () => expect(await succeed(api.getTask(TASK_A.id))).toMatchObject(TASK_A),
    createTask: async () => {
      const wanted = { name: 'Write the changelog', projectId: 640_002 };
      expect(await succeed(api.createTask(wanted))).toMatchObject(wanted);
    },
    streamTimeBlocks: async () => {
      await plan(TASK_A.id);
      const { items } = await succeed(api.streamTimeBlocks(range));
      expect(items).toMatchObject([{ startAt: at('10:00'), seconds: 5400, task: TASK_A }]);
    },
    listProjects: async () => expect((await succeed(api.listProjects(page))).items).toHaveLength(5),
    createEntry: () => succeed(api.createEntry({ ...plain, description: 'no task' })),
    getEntry: async () =>
      expect(await succeed(api.getEntry(await newEntry()))).toMatchObject({
        ...full,
        taskId: TASK_A.id,
      }),
    updateEntry: async () =>
      succeed(api.updateEntry(await newEntry(), { seconds: seconds(90), taskId: null })),
    deleteEntry: async () => succeed(api.deleteEntry(await newEntry())),
    archiveEntry: async () => {
      const id = await newEntry();
      await succeed(api.archiveEntry(id));
      expect((await succeed(api.getEntry(id))).archivedAt).toBeDefined();
    },
    unarchiveEntry: async () => {
      const id = await newEntry();
      await succeed(api.archiveEntry(id));
      await succeed(api.unarchiveEntry(id));
      expect((await succeed(api.getEntry(id))).archivedAt).toBeUndefined();
    },
    currentEntry: async () => expect(await succeed(api.currentEntry())).toBeUndefined(),
    startTracking: async () => {
      const start = { type: 'activity', taskId: TASK_A.id, description: 'x' } as const;
      expect(await succeed(api.startTracking(start))).toMatchObject({ seconds: undefined });
      expect(await succeed(api.currentEntry())).toMatchObject({ description: 'x' });
    },
    stopTracking: async () => {
      const start = { type: 'activity', startAt: at('08:00') } as const;
      await succeed(api.startTracking(start));
      expect(await succeed(api.stopTracking(at('08:10')))).toMatchObject({ seconds: 600 });
    },
  };

  test.each(Object.entries(calls))('%s', async (_name, call) => {
    await call();
  });
}

if (hasApiDescription()) {
  describe("every function of the client speaks to Toggl's own API description", describeContract);
} else {
  describe("Toggl's API description is absent", () => {
    test(`the client is not held to it: ${API_DESCRIPTION}`, () => {
      process.stderr.write(`SKIPPED client contract: no API description at ${API_DESCRIPTION}\n`);
      expect(hasApiDescription()).toBe(false);
    });
  });
}
