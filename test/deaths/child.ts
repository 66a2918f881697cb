import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { EntryView, Instant, Snapshot } from '#contract';
import { createClock } from '../../src-main/adapters/clock/wall-clock.ts';
import { createIds } from '../../src-main/adapters/clock/random-ids.ts';
import { createConnectFocus } from '../../src-main/adapters/focus/client.ts';
import { createStore } from '../../src-main/adapters/sqlite/store.ts';
import { createStint } from '../../src-main/app/create-stint.ts';
import type { Clock, Keychain, Timers } from '../../src-main/app/ports/ports.ts';
import type { Stint } from '../../src-main/app/stint.ts';
import {
  between,
  createSeededRandom,
  pick,
  type Random,
} from '../../src-main/demo/seed/seeded-random.ts';
import { DELIVERY_POLICY } from '../../src-main/domain/sync/delivery-policy.ts';
import { seconds } from '../support/values.ts';
import { withHooks } from './store-with-hooks.ts';
import { SPEED, type Deed, type Line, type Orders, type Running, type Wanted } from './protocol.ts';

/** Noon of a fixed day, so that no round crosses midnight. */
const NOON = Date.parse('2026-11-24T12:00:00Z');

/** Synchronous, so that the line is out before the next instruction. */
function say(line: Line): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

function createFastClock(epochMs: number): Clock {
  return {
    ...createClock('UTC'),
    now: () => (NOON + Math.floor((Date.now() - epochMs) * SPEED)) as Instant,
    monotonic: () => performance.now() * SPEED,
  };
}

const fastTimers: Timers = {
  nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
  after(ms, run) {
    const timer = setTimeout(run, ms / SPEED);
    return () => {
      clearTimeout(timer);
    };
  },
};

function openStint(orders: Orders, clock: Clock): Stint {
  const { baseUrl } = orders.account;
  const keychain: Keychain = {
    read: () => Promise.resolve({ state: 'found', credential: { kind: 'key', key: orders.key } }),
    write: () => Promise.resolve('kept'),
    remove: () => Promise.resolve('kept'),
  };
  const limit = { timeout: seconds(0.6), maxBytes: 1024 * 1024 };
  return createStint({
    store: withHooks(createStore(orders.file), {
      hang: orders.hang,
      onHanging: () => say({ say: 'hanging' }),
    }),
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
    slipMs: 0,
    saveText: () => Promise.resolve(undefined),
    systemLocales: () => ({ dates: 'en-GB', numbers: 'en-GB' }),
  });
}

function runningOf({ timer }: Snapshot): Running | undefined {
  if (timer.state === 'idle') return undefined;
  return { name: timer.description ?? '', startAt: timer.startAt };
}

type Life = {
  readonly stint: Stint;
  readonly clock: Clock;
  readonly orders: Orders;
  readonly random: Random;
};

/** One command with the lines around it. The entry that a stop makes is told only once it is known. */
function createSchedule({ stint, clock, orders, random }: Life): () => Promise<void> {
  let started = 0;
  const entries = (): readonly EntryView[] => stint.snapshot().today.entries;

  /** What is shorter than a second is a slip, and no session. */
  async function longEnough(running: Running | undefined): Promise<void> {
    const endAt = running === undefined ? 0 : running.startAt + 1_000;
    while (clock.now() < endAt) await pause(1);
  }

  async function start(): Promise<void> {
    const name = `${orders.name}.${(started += 1)}`;
    const before = runningOf(stint.snapshot());
    const taskId = pick(random, orders.taskIds);
    await longEnough(before);
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
    await longEnough(before);
    say({ say: 'tried', op: 'stop', name: before.name, running: before, wanted: [] });
    await demand(stint, { type: 'timer/stop' });
    const wanted = [wantedOf(find(entries(), before.name))];
    say({ say: 'done', op: 'stop', name: before.name, running: undefined, wanted });
  }

  async function change(): Promise<void> {
    const known = entries().slice(0, 8);
    const from = between(random, 0, Math.max(0, known.length - 1));
    const chosen = known.slice(from, from + between(random, 1, 3));
    const [first] = chosen;
    if (first === undefined) return start();
    const deed = pick(random, ['edit', 'delete', 'move', 'archive', 'unarchive'] as const);
    await carryOut(deed, deed === 'edit' ? [first] : chosen);
    if (deed === 'delete' && random() < 0.5) await carryOut('restore', chosen);
  }

  /** The entries as they were seen before; a restored one is again as it was. */
  async function carryOut(deed: Deed, chosen: readonly EntryView[]): Promise<void> {
    const entryIds = chosen.map(({ id }) => id);
    const [entryId = ''] = entryIds;
    const taskId = pick(random, orders.taskIds);
    const length = between(random, 1, 7_000);
    const commands = {
      edit: { type: 'entry/edit', entryId, taskId, seconds: length },
      delete: { type: 'entries/delete', entryIds },
      restore: { type: 'entries/restore', entryIds },
      move: { type: 'entries/move', entryIds, taskId },
      archive: { type: 'entries/archive', entryIds },
      unarchive: { type: 'entries/unarchive', entryIds },
    } as const;
    const changes: Record<Deed, Partial<Wanted>> = {
      edit: { taskId, seconds: length },
      delete: { deleted: true },
      restore: {},
      move: { taskId },
      archive: { archived: true },
      unarchive: { archived: false },
    };
    const wanted = chosen.map((entry) => ({ ...wantedOf(entry), ...changes[deed] }));
    const running = runningOf(stint.snapshot());
    const name = wanted[0]?.name ?? '';
    say({ say: 'tried', op: deed, name, running, wanted });
    // An end that would lie ahead is refused, and nothing has changed.
    const isDone = (await stint.command(commands[deed])).ok;
    say({ say: 'done', op: deed, name, running, wanted: isDone ? wanted : chosen.map(wantedOf) });
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

function wantedOf({ description, task, seconds: length, archived }: EntryView): Wanted {
  const name = description ?? '';
  return { name, taskId: task?.id, seconds: length, deleted: false, archived };
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
  const act = createSchedule({ stint, clock, orders, random });
  for (;;) {
    await act();
    if (orders.mode === 'steady') await pause(between(random, 0, 40));
    else await pause(0);
  }
}

await live(JSON.parse(process.argv[2] ?? '') as Orders);
