import { createApp, ACCOUNT, type App } from './world/app-under-test.ts';
import { createBrokenFocus, type BrokenFocus } from './world/broken-focus.ts';
import type { History } from './history.ts';
import type { Step } from './step.ts';
import { settleAll } from './review.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createPerson, type Person } from './person.ts';
import { requestBounds } from './request-bounds.ts';
import { endState } from './end-state.ts';
import { MORNING } from '../support/values.ts';
import { createVirtualTime, type VirtualTime } from './world/virtual-time.ts';

export type World = {
  readonly hidesArchived: boolean;
  readonly time: VirtualTime;
  readonly focus: BrokenFocus;
  readonly app: App;
  readonly person: Person;
  readonly ledger: Ledger;
};

export type Played = {
  /** Promises that were broken; none in a good world. */
  readonly broken: readonly string[];
  readonly commands: number;
  readonly requests: number;
  readonly sessions: number;
};

/** Plays a history, then lets the network be well until all is quiet, and checks what came of it. */
export async function play(history: History): Promise<Played> {
  const world = createWorld(history);
  const { person, ledger, app } = world;
  try {
    await person.take({ do: 'connect' });
    for (const step of history.steps) await take(world, step);
    await calm(world);
    const broken = [
      ...person.broken,
      ...ledger.broken,
      ...world.focus.otherDevice.broken,
      ...endState(world),
      ...requestBounds(world),
    ];
    return {
      broken,
      commands: history.steps.length,
      requests: ledger.total,
      sessions: person.wishes.length,
    };
  } catch (error) {
    const thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
      broken: [...person.broken, ...ledger.broken, thrown],
      commands: 0,
      requests: 0,
      sessions: 0,
    };
  } finally {
    app.close();
  }
}

function createWorld({ headers, quota, hidesArchived, bodies, names }: History): World {
  const time = createVirtualTime(MORNING);
  const ledger = createLedger({
    time,
    touches: (startAt) => person.touches(startAt),
    queued: () => tasksOfQueued(app),
  });
  const focus = createBrokenFocus({
    time,
    headers,
    quota,
    hidesArchived,
    bodies,
    names,
    watch: ledger,
    known: (id) => app.store.entriesOnServer(ACCOUNT, [id])[0],
  });
  const app: App = createApp(time, focus.api);
  const person = createPerson({ app, time, focus });
  return { hidesArchived, time, focus, app, person, ledger };
}

async function take(world: World, step: Step): Promise<void> {
  const { time, focus } = world;
  switch (step.do) {
    case 'pass':
      await time.pass(step.ms);
      return;
    case 'jump':
      time.jump(step.ms);
      return;
    case 'fault':
      focus.line.faults.push(step.fault);
      return;
    case 'offline':
    case 'online':
      focus.line.offline = step.do === 'offline';
      return;
    default:
      await prepare(world, step);
      await world.person.take(step);
  }
  if (step.do !== 'kill') await time.settled();
}

async function prepare({ time, ledger }: World, step: Step): Promise<void> {
  switch (step.do) {
    case 'start':
    case 'stop':
      // A second or more, for all that is shorter is a slip.
      await time.pass(1_000);
      return;
    case 'refresh':
    case 'again':
      ledger.personAsks(step.do);
      return;
    case 'kill':
      // No process ends and starts within the same millisecond. What it sends in that one dies with it.
      await time.pass(1);
      ledger.clientDied();
      return;
    default:
  }
}

const HOUR = 3_600_000;
const LONGEST = 60;

/** Network and key are well again: first everything leaves but what was rejected, then that is mended. */
async function calm(world: World): Promise<void> {
  const { focus, person, app, ledger } = world;
  focus.line.offline = false;
  focus.line.faults.length = 0;
  await world.time.pass(1_000);
  await person.take({ do: 'stop' });
  await untilQuiet(world);
  const innocent = person.wishes.filter(
    ({ id, startAt }) =>
      app.store.entry(id)?.delivery.state === 'rejected' && !ledger.isToBlame(startAt),
  );
  if (innocent.length > 0) throw new Error('rejected for the fault of another');
  await settleAll(world, () => untilQuiet(world));
  await world.time.pass(HOUR);
}

/** What somebody in between minds stands behind all others, goes alone, and is left out here. */
function tasksOfQueued(app: App): readonly (number | undefined)[] {
  const queued = app.store.entriesInState(ACCOUNT, 'queued', 1_000);
  return queued.filter(({ late }) => late?.blocked === undefined).map(({ task }) => task?.id);
}

function waiting(app: App): number {
  const { queued, sending, unknown, changed } = app.store.counts(ACCOUNT);
  return queued + sending + unknown + changed;
}

async function untilQuiet({ time, person, app }: World): Promise<void> {
  for (let hours = 0; hours < LONGEST; hours += 1) {
    if (!app.connected()) await person.take({ do: 'connect' });
    await time.pass(HOUR);
    if (app.connected() && waiting(app) === 0) return;
  }
  const states = JSON.stringify(app.store.counts(ACCOUNT));
  throw new Error(`not at rest after ${LONGEST} hours: ${states}`);
}
