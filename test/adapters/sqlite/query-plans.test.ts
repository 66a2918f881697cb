import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Instant, Seconds } from '#contract';
import { openDatabase, type Database } from '../../../src-main/adapters/sqlite/database.ts';
import { createEntryStore } from '../../../src-main/adapters/sqlite/entries.ts';
import { createMetaStore } from '../../../src-main/adapters/sqlite/meta.ts';
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
  const store = {
    ...createEntryStore(noted),
    ...createMetaStore(noted),
    ...createTaskStore(noted),
  };
  callEach(store);
  return { db, statements };
}

type Stores = ReturnType<typeof createEntryStore> &
  ReturnType<typeof createMetaStore> &
  ReturnType<typeof createTaskStore>;

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
    dayReadAt: () => store.dayReadAt(MINE),
    setDayReadAt: () => store.setDayReadAt(MINE, at('09:00')),
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
const FULL_SCAN = /^SCAN (?:entries|tasks|recents|session|meta)\b(?!.* INDEX undelivered$)/;

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
