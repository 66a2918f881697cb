import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Instant, Seconds } from '#contract';
import { openDatabase, type Database } from '../../../src-main/adapters/sqlite/database.ts';
import { createEntryStore } from '../../../src-main/adapters/sqlite/entries.ts';
import { createEntryPages } from '../../../src-main/adapters/sqlite/entry-pages.ts';
import { createMetaStore } from '../../../src-main/adapters/sqlite/meta.ts';
import { createPinStore } from '../../../src-main/adapters/sqlite/pins.ts';
import { createPlanStore } from '../../../src-main/adapters/sqlite/plans.ts';
import { createReadingStore } from '../../../src-main/adapters/sqlite/readings.ts';
import { createTaskStore } from '../../../src-main/adapters/sqlite/tasks.ts';
import type { AccountId } from '../../../src-main/app/ports.ts';
import { at, entry, focusTask, session, task } from '../../support/values.ts';

const MINE = 'focus:1/2' as AccountId;

function open(): { readonly db: Database; readonly statements: Set<string> } {
  const folder = mkdtempSync(join(tmpdir(), 'stint-plans-'));
  const db = openDatabase(join(folder, 'stint.sqlite'));
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });
  const statements = new Set<string>();
  const noted: Database = {
    ...db,
    prepare(sql) {
      statements.add(sql);
      return db.prepare(sql);
    },
  };
  callEach(storesOf(noted));
  return { db, statements };
}

function storesOf(db: Database) {
  return {
    ...createEntryPages(db),
    ...createEntryStore(db),
    ...createMetaStore(db),
    ...createPinStore(db),
    ...createPlanStore(db),
    ...createReadingStore(db),
    ...createTaskStore(db),
  };
}

type Stores = ReturnType<typeof storesOf>;

const DAY = { startAt: at('00:00'), endAt: at('23:00') };
const SETTINGS = {
  currentWorkspaceId: 2,
  timezone: 'UTC',
  weekStartsOn: 1,
  timeFormat: '24h',
  readAt: at('08:00'),
} as const;
const PLAN = {
  kind: 'block',
  id: 1,
  startAt: at('09:00'),
  seconds: 60 as Seconds,
  task: task(1),
  description: undefined,
} as const;

/** A new function of the store does not compile until it is called here, too. */
function callEach(store: Stores): void {
  const calls: { readonly [Name in keyof Stores]: () => unknown } = {
    session: () => store.session(MINE),
    setSession() {
      store.setSession(MINE, session());
      store.setSession(MINE, undefined);
    },
    entry: () => store.entry('a'),
    putEntry: () => store.putEntry(MINE, entry('a', { state: 'queued' })),
    removeEntry: () => store.removeEntry('a'),
    purgeRemoved: () => store.purgeRemoved(),
    entriesBetween: () => store.entriesBetween(MINE, at('00:00'), at('23:00')),
    entriesOnServer: () => store.entriesOnServer(MINE, [1, 2]),
    entriesInState: () => store.entriesInState(MINE, 'queued', 9),
    changedEntries: () => store.changedEntries(MINE, 9),
    counts: () => store.counts(MINE),
    startTaken: () => store.startTaken(MINE, at('09:00')),
    sendingToUnknown: () => store.sendingToUnknown(at('09:00')),
    restartGrace: () => store.restartGrace(at('09:00')),
    lastEntry: () => store.lastEntry(MINE),
    account: () => store.account(),
    setAccount: () => store.setAccount(undefined),
    settings: () => store.settings(),
    setSettings: () => store.setSettings({ leftClick: 'popup' }),
    quota: () => store.quota(MINE),
    setQuota: () =>
      store.setQuota(MINE, { remaining: 1, resetsIn: 1 as Seconds, at: 1 as Instant }),
    focusSettings: () => store.focusSettings(MINE),
    setFocusSettings: () => store.setFocusSettings(MINE, SETTINGS),
    readAt: () => store.readAt(MINE, DAY),
    setReadAt: () => store.setReadAt(MINE, DAY, at('09:00')),
    entriesPage() {
      for (const text of ['', 'word']) {
        store.entriesPage(MINE, { of: 'range', range: DAY, text }, { offset: 0, count: 9 });
        store.entriesPage(MINE, { of: 'task', taskId: 1, text }, { offset: 0, count: 9 });
      }
    },
    entriesFacts() {
      for (const text of ['', 'word']) {
        store.entriesFacts(MINE, { of: 'range', range: DAY, text });
        store.entriesFacts(MINE, { of: 'task', taskId: 1, text });
      }
    },
    removedBetween: () => store.removedBetween(MINE, at('00:00'), at('23:00')),
    plansBetween: () => store.plansBetween(MINE, at('00:00'), at('23:00')),
    setPlans: () => store.setPlans(MINE, 'block', DAY, [PLAN]),
    secondsOfTimeBlocks: () => store.secondsOfTimeBlocks(MINE, [1, 2]),
    pinnedTasks: () => store.pinnedTasks(MINE),
    setPinned() {
      store.setPinned(MINE, task(1), at('09:00'));
      store.setPinned(MINE, task(1), undefined);
    },
    putTask: () => store.putTask(MINE, focusTask(1)),
    taskCache: () => store.taskCache(MINE),
    taskCacheFacts: () => store.taskCacheFacts(MINE),
    setTaskCache: () => store.setTaskCache(MINE, { tasks: [focusTask(1)], readAt: at('09:00') }),
    task: () => store.task(MINE, 1),
    recentTasks: () => store.recentTasks(MINE, 5),
    touchTask: () => store.touchTask(MINE, task(1), at('09:00')),
  };
  for (const call of Object.values(calls)) call();
}

/** All of a table, or of an index on all of it; `undelivered` holds only what waits. */
const FULL_SCAN =
  /^SCAN (?:entries|tasks|recents|session|meta|plans|pins|readings)\b(?!.* INDEX undelivered$)/;

it('answers every question about entries by an index, however many there are', () => {
  const { db, statements } = open();
  expect(statements.size).toBeGreaterThan(20);
  const scans = [...statements].flatMap((sql) =>
    db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((row) => String(row['detail']))
      .filter((detail) => FULL_SCAN.test(detail))
      .map((detail) => `${detail}: ${sql}`),
  );
  expect(scans).toEqual([]);
});

it('notices a statement that scans', () => {
  const { db } = open();
  const [step] = db.prepare('EXPLAIN QUERY PLAN SELECT * FROM entries WHERE reason = 1').all();
  expect(step?.['detail']).toMatch(/^SCAN entries/);
});
