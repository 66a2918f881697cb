import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Instant, Seconds } from '#contract';
import {
  openDatabase,
  type Database,
} from '../../../../src-main/adapters/sqlite/database/open-database.ts';
import { createEntryStore } from '../../../../src-main/adapters/sqlite/tables/entries.ts';
import { createEntryPages } from '../../../../src-main/adapters/sqlite/tables/entry-pages.ts';
import { createUnsettledEntryStore } from '../../../../src-main/adapters/sqlite/tables/unsettled-entries.ts';
import { createMetaStore } from '../../../../src-main/adapters/sqlite/tables/account-settings-quota.ts';
import { createPinStore } from '../../../../src-main/adapters/sqlite/tables/pinned-tasks.ts';
import { createPlanStore } from '../../../../src-main/adapters/sqlite/tables/plans.ts';
import { createReadingStore } from '../../../../src-main/adapters/sqlite/tables/when-ranges-were-read.ts';
import { createNeedsYouStore } from '../../../../src-main/adapters/sqlite/tables/entries-that-need-you.ts';
import { createPeriodStore } from '../../../../src-main/adapters/sqlite/tables/period-totals.ts';
import { createTaskStore } from '../../../../src-main/adapters/sqlite/tables/cached-tasks.ts';
import { ACCOUNT, MINE } from '../long-life.ts';
import { at, entry, focusTask, session, task } from '../../../support/values.ts';

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
    ...createUnsettledEntryStore(db),
    ...createMetaStore(db),
    ...createNeedsYouStore(db),
    ...createPinStore(db),
    ...createPeriodStore(db),
    ...createPlanStore(db),
    ...createReadingStore(db),
    ...createTaskStore(db),
  };
}

type Stores = ReturnType<typeof storesOf>;

const DAY = { startAt: at('00:00'), endAt: at('23:00') };
const SPAN = { fromAt: at('00:00'), toAt: at('23:00') };
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
    idsBetween: () => store.idsBetween(MINE, SPAN, { after: undefined, count: 9 }),
    namelessBetween: () => store.namelessBetween(MINE, at('00:00'), at('23:00')),
    entriesOnServer: () => store.entriesOnServer(MINE, [1, 2]),
    entriesInState: () => store.entriesInState(MINE, 'queued', 9),
    changedEntries: () => store.changedEntries(MINE, 9),
    refusedEntries: () => store.refusedEntries(MINE, 9),
    entriesInNeed: () => store.entriesInNeed(MINE, { startAt: at('09:00'), id: 'a' }, 9),
    counts: () => store.counts(MINE),
    startTaken: () => store.startTaken(MINE, at('09:00')),
    sendingToUnknown: () => store.sendingToUnknown(at('09:00'), 30_000),
    queuedToSending: () => store.queuedToSending([entry('a', { state: 'queued' })], at('09:00')),
    restartGrace: () =>
      store.restartGrace(at('09:00'), { patienceMs: 30_000, lookAt: at('09:05') }),
    entriesToLookAt: () => store.entriesToLookAt(MINE, 9),
    lateEntries: () => store.lateEntries(MINE, 9),
    forgetLate: () => store.forgetLate(at('09:00')),
    lastEntry: () => store.lastEntry(MINE),
    workOfLatest: () => store.workOfLatest(MINE, 9),
    account: () => store.account(),
    setAccount: () => store.setAccount(ACCOUNT),
    forgetAccount: () => store.forgetAccount(),
    settings: () => store.settings(),
    setSettings: () => store.setSettings({ leftClick: 'popup' }),
    quota: () => store.quota(MINE),
    setQuota: () =>
      store.setQuota(MINE, { remaining: 1, resetsIn: 1 as Seconds, at: 1 as Instant }),
    focusSettings: () => store.focusSettings(MINE),
    setFocusSettings: () => store.setFocusSettings(MINE, SETTINGS),
    tags: () => store.tags(MINE),
    setTags: () => store.setTags(MINE, { tags: [], readAt: at('09:00') }),
    workspaceName: () => store.workspaceName(MINE),
    setWorkspaceName: () => store.setWorkspaceName(MINE, 'Engineering'),
    alive: () => store.alive(MINE),
    setAlive: () => store.setAlive(MINE, { workId: 'a', at: at('09:00') }),
    awayQuestions: () => store.awayQuestions(MINE),
    setAwayQuestions: () => store.setAwayQuestions(MINE, []),
    draft: () => store.draft(MINE),
    setDraft: () => store.setDraft(MINE, { draft: { start: { description: 'half' } } }),
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
    newestBetween: () => store.newestBetween(MINE, DAY, 9),
    begunUntil: () => store.begunUntil(MINE, DAY, at('09:00')),
    totalsWithin: () => store.totalsWithin(MINE, DAY, [DAY, DAY]),
    activityByTask: () => store.activityByTask(MINE, DAY),
    removedBetween: () => store.removedBetween(MINE, at('00:00'), at('23:00')),
    plansBetween: () => store.plansBetween(MINE, at('00:00'), at('23:00')),
    putPlans: () => store.putPlans(MINE, [PLAN]),
    leavePlans: () => store.leavePlans(MINE, 'block', DAY, [1]),
    secondsOfTimeBlocks: () => store.secondsOfTimeBlocks(MINE, [1, 2]),
    pinnedTasks: () => store.pinnedTasks(MINE),
    setPinned() {
      store.setPinned(MINE, task(1), at('09:00'));
      store.setPinned(MINE, task(1), undefined);
    },
    putTasks: () => store.putTasks(MINE, [focusTask(1)]),
    taskCache: () => store.taskCache(MINE),
    taskStatuses: () => store.taskStatuses(MINE),
    taskCacheFacts: () => store.taskCacheFacts(MINE),
    setTasksRead: () => store.setTasksRead(MINE, at('09:00'), [1]),
    task: () => store.task(MINE, 1),
    recentTasks: () => store.recentTasks(MINE, 5),
    usesOfTasks: () => store.usesOfTasks(MINE, 5),
    touchTask: () => store.touchTask(MINE, task(1), at('09:00')),
  };
  for (const call of Object.values(calls)) call();
}

/** All of a table, or of an index on all of it; `undelivered` holds only what waits. */
const FULL_SCAN =
  /^SCAN (?:entries|tasks|recents|session|meta|plans|pins|readings)\b(?!.* INDEX (?:undelivered|late_entries|looks)$)/;

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
