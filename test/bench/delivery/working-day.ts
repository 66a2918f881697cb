import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createFaultServer,
  TASK_A,
  TASK_B,
  type FaultServer,
} from '../../support/server/fault-server.ts';
import { applyThenDrop } from '../../support/server/faults.ts';
import { createLiveCore, type LiveCore } from '../../support/core/live-core.ts';

export type WorkingDay = {
  /** Requests at the server in each hour from 8 on. */
  readonly hours: readonly number[];
  readonly requests: number;
  /** 402 answers. */
  readonly refusedForQuota: number;
  /** Sessions among those. */
  readonly sessionsRefused: number;
  /** What the server holds at the end of the day. */
  readonly entries: number;
  readonly doubled: number;
};

export const DAY_STARTS_AT = Date.parse('2026-11-24T08:00:00Z');
export const DAY_MINUTES = 9 * 60;
export const SESSIONS = 40;
export const FREE_PLAN = 30;
/** A session begins a minute after this, lasts ten minutes, and the next one follows. */
export const SESSION_EVERY = 12;
const POPUP_OPENINGS = 60;
const POPUP_EVERY = 8;
const OFFLINE = { from: 180, to: 300 };
const RESTARTS = [90, 140, 240, 367, 480];
/** The first answers after these minutes are lost: of a single entry, of the bulk, of a single entry. */
const LOST_ANSWERS = [69, 299, 441];

type Step = { readonly minute: number; readonly run: () => unknown };

/**
 * 40 sessions, 60 popup openings, 5 restarts, 2 hours offline and 3 lost answers from 8 to 17 o'clock,
 * on the free plan of 30 requests an hour: the real core and client, the embedded server's own count.
 */
export async function playWorkingDay(): Promise<WorkingDay> {
  const folder = mkdtempSync(join(tmpdir(), 'stint-day-'));
  let now: () => number = () => DAY_STARTS_AT;
  const server = await createFaultServer({ quota: FREE_PLAN, now: () => now() });
  const core = createLiveCore({
    file: join(folder, 'stint.sqlite'),
    startAt: DAY_STARTS_AT,
    account: server.account,
  });
  now = () => core.now();
  try {
    await core.open();
    for (const { minute, run } of stepsOf(core, server)) {
      await core.passUntil(DAY_STARTS_AT + minute * 60_000);
      await run();
      await core.rest();
    }
    await core.passUntil(DAY_STARTS_AT + DAY_MINUTES * 60_000);
    return figuresOf(server);
  } finally {
    await core.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

function stepsOf(core: LiveCore, server: FaultServer): readonly Step[] {
  const sessions = Array.from({ length: SESSIONS }, (_, index): Step[] => {
    const minute = index * SESSION_EVERY + 1;
    const taskId = [TASK_A.id, TASK_B.id][index % 2];
    return [
      { minute, run: () => core.command({ type: 'timer/start', taskId }) },
      { minute: minute + 10, run: () => core.command({ type: 'timer/stop' }) },
    ];
  });
  const popups = Array.from({ length: POPUP_OPENINGS }, (_, index): Step => {
    return { minute: 5 + index * POPUP_EVERY, run: () => openPopup(core) };
  });
  const steps: Step[] = [
    { minute: 0, run: () => core.connect() },
    { minute: OFFLINE.from, run: () => server.down() },
    { minute: OFFLINE.to, run: () => server.up() },
    ...LOST_ANSWERS.map((minute) => ({ minute, run: () => server.faults.next(applyThenDrop) })),
    ...RESTARTS.map((minute) => ({ minute, run: () => core.restart() })),
    ...sessions.flat(),
    ...popups,
  ];
  return steps.sort((a, b) => a.minute - b.minute);
}

/** A look at the day and at the tasks; what waits for the network is tried again. */
function openPopup(core: LiveCore): void {
  core.stint().snapshot();
  core.stint().search({ kind: 'tasks', text: 'review' });
  core.stint().wake();
}

function figuresOf(server: FaultServer): WorkingDay {
  const journal = server.journal();
  const hours = Array.from({ length: DAY_MINUTES / 60 }, () => 0);
  for (const { at } of journal) {
    const hour = Math.floor((at - DAY_STARTS_AT) / 3_600_000);
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  const refused = journal.filter(({ status }) => status === 402);
  const starts = server.entries().map(({ start_at }) => start_at);
  return {
    hours,
    requests: server.requests().length,
    refusedForQuota: refused.length,
    sessionsRefused: refused.filter(({ method }) => method === 'POST').length,
    entries: starts.length,
    doubled: starts.length - new Set(starts).size,
  };
}
