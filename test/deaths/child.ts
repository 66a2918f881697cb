import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { EntryView, Instant, Snapshot } from '#contract';
import { createClock } from '../../src-main/adapters/clock/clock.ts';
import { createIds } from '../../src-main/adapters/clock/ids.ts';
import { createConnectFocus } from '../../src-main/adapters/focus/connect-focus.ts';
import { createStore } from '../../src-main/adapters/sqlite/store.ts';
import { createStint } from '../../src-main/app/create-stint.ts';
import type { Clock, Keychain, Store, Timers } from '../../src-main/app/ports.ts';
import type { Stint } from '../../src-main/app/stint.ts';
import {
  between,
  createSeededRandom,
  pick,
  type Random,
} from '../../src-main/demo/seeded-random.ts';
import { DELIVERY_POLICY } from '../../src-main/domain/policy.ts';
import { seconds } from '../support/values.ts';
import { SPEED, type Line, type Orders, type Running, type WriteHook } from './protocol.ts';

/** Noon of a fixed day, so that no round crosses midnight. */
const NOON = Date.parse('2026-11-24T12:00:00Z');

/** Synchronous, so that the line is out before the next instruction. */
function say(line: Line): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

function createFastClock(epochMs: number): Clock {
  return {
    now: () => (NOON + Math.floor((Date.now() - epochMs) * SPEED)) as Instant,
    monotonic: () => performance.now() * SPEED,
    dayOf: (at) => createClock('UTC').dayOf(at),
    weekdayOf: (at) => createClock('UTC').weekdayOf(at),
    isoTime: (at) => createClock('UTC').isoTime(at),
  };
}

const fastTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms / SPEED);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** The store, with places to stand still in. */
function withHooks(store: Store, hang: Orders['hang']): Store {
  let count = 0;
  function reach(place: WriteHook): void {
    if (hang?.at !== place || hang.transaction !== count) return;
    say({ say: 'hanging' });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
  let depth = 0;
  return {
    ...store,
    transaction(work) {
      if (depth > 0) return store.transaction(work);
      count += 1;
      reach('before write');
      depth = 1;
      try {
        const result = store.transaction(() => {
          const value = work();
          reach('inside write');
          return value;
        });
        reach('after write');
        return result;
      } finally {
        depth = 0;
      }
    },
  };
}

function openStint(orders: Orders, clock: Clock): Stint {
  const { baseUrl } = orders.account;
  const keychain: Keychain = {
    read: () => Promise.resolve({ state: 'found', credential: { kind: 'key', key: orders.key } }),
    write: () => Promise.resolve('kept'),
    remove: () => Promise.resolve('kept'),
  };
  const limit = { timeout: seconds(0.6), maxBytes: 1024 * 1024 };
  return createStint({
    store: withHooks(createStore(orders.file), orders.hang),
    clock,
    timers: fastTimers,
    random: Math.random,
    ids: createIds(),
    log: () => undefined,
    keychain,
    demo: { start: () => Promise.reject(new Error('no demo')), stop: () => Promise.resolve() },
    connectFocus: createConnectFocus({ fetch, limits: { small: limit, stream: limit } }),
    baseUrl,
    policy: DELIVERY_POLICY,
    saveText: () => Promise.resolve(undefined),
  });
}

function runningOf({ timer }: Snapshot): Running | undefined {
  if (timer.state === 'idle') return undefined;
  return { name: timer.description ?? '', startAt: timer.startAt };
}

type Life = { readonly stint: Stint; readonly orders: Orders; readonly random: Random };

/** One command with the lines around it. The entry that a stop makes is told only once it is known. */
function createSchedule({ stint, orders, random }: Life): () => Promise<void> {
  let started = 0;
  const entries = (): readonly EntryView[] => stint.snapshot().today.entries;

  async function start(): Promise<void> {
    const name = `${orders.name}.${(started += 1)}`;
    const before = runningOf(stint.snapshot());
    const taskId = pick(random, orders.taskIds);
    say({ say: 'tried', op: 'start', name, running: before, wanted: [] });
    await demand(stint, { type: 'timer/start', taskId, description: name });
    say({
      say: 'done',
      op: 'start',
      name,
      running: runningOf(stint.snapshot()),
      wanted: before === undefined ? [] : [wantedOf(find(entries(), before.name))],
    });
  }

  async function stop(): Promise<void> {
    const before = runningOf(stint.snapshot());
    if (before === undefined) return start();
    say({ say: 'tried', op: 'stop', name: before.name, running: before, wanted: [] });
    await demand(stint, { type: 'timer/stop' });
    const wanted = [wantedOf(find(entries(), before.name))];
    say({ say: 'done', op: 'stop', name: before.name, running: undefined, wanted });
  }

  async function change(): Promise<void> {
    const [...known] = entries();
    const entry = known[between(random, 0, Math.min(known.length, 8) - 1)];
    if (entry === undefined) return start();
    const running = runningOf(stint.snapshot());
    const name = entry.description ?? '';
    const before = wantedOf(entry);
    const remove = random() < 0.4;
    const taskId = pick(random, orders.taskIds);
    const next = remove
      ? { ...before, deleted: true }
      : { ...before, taskId, seconds: between(random, 1, 7_000) };
    const op = remove ? 'delete' : 'edit';
    say({ say: 'tried', op, name, running, wanted: [next] });
    await demand(
      stint,
      remove
        ? { type: 'entries/delete', entryIds: [entry.id] }
        : { type: 'entry/edit', entryId: entry.id, taskId, seconds: next.seconds },
    );
    say({ say: 'done', op, name, running, wanted: [next] });
    if (!remove || random() < 0.5) return;
    say({ say: 'tried', op: 'undelete', name, running, wanted: [before] });
    await demand(stint, { type: 'entries/restore', entryIds: [entry.id] });
    say({ say: 'done', op: 'undelete', name, running, wanted: [before] });
  }

  return () => {
    const chance = random();
    if (chance < 0.45) return start();
    return chance < 0.75 ? stop() : change();
  };
}

async function demand(stint: Stint, command: Parameters<Stint['command']>[0]): Promise<void> {
  const result = await stint.command(command);
  if (!result.ok) throw new Error(`${command.type}: ${JSON.stringify(result.error)}`);
}

function find(entries: readonly EntryView[], name: string): EntryView {
  const found = entries.find(({ description }) => description === name);
  if (found === undefined) throw new Error(`${name} is not among the entries`);
  return found;
}

function wantedOf({ description, task, seconds: length }: EntryView) {
  return { name: description ?? '', taskId: task?.id, seconds: length, deleted: false };
}

async function drain(stint: Stint): Promise<void> {
  while (stint.snapshot().sync.waiting > 0 || stint.snapshot().sync.busy) {
    stint.wake();
    await pause(10);
  }
  const { entries } = stint.snapshot().today;
  say({
    say: 'drained',
    entries: entries.map((entry) => ({
      name: entry.description ?? '',
      state: entry.delivery.state,
    })),
  });
}

/** Again and again, since the first request may be the one that meets a fault. */
async function connect(stint: Stint, { account, key }: Orders): Promise<void> {
  const { organizationId, workspaceId } = account;
  const command = {
    type: 'account/connect',
    credential: { kind: 'key', key },
    place: { kind: 'ids', organizationId, workspaceId },
  } as const;
  while (!(await stint.command(command)).ok) await pause(10);
}

async function live(orders: Orders): Promise<void> {
  const clock = createFastClock(orders.epochMs);
  const stint = openStint(orders, clock);
  const random = createSeededRandom(orders.seed);
  if (stint.snapshot().account.state === 'none') await connect(stint, orders);
  say({ say: 'alive', running: runningOf(stint.snapshot()) });
  if (orders.mode === 'drain') {
    await drain(stint);
    await stint.dispose();
    return;
  }
  const act = createSchedule({ stint, orders, random });
  for (;;) {
    await act();
    if (orders.mode === 'steady') await pause(between(random, 0, 40));
    else await pause(0);
  }
}

await live(JSON.parse(process.argv[2] ?? '') as Orders);
