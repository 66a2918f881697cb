import type { Command } from '#contract';
import { refusedDeed } from '../../src-main/domain/sync/pending-change.ts';
import type { Entry, Session } from '../../src-main/domain/entry.ts';
import { ACCOUNT, type App } from './world/app-under-test.ts';
import type { BrokenFocus } from './world/broken-focus.ts';
import { createDeeds, isGone, type Asked } from './wanted-changes.ts';
import { GROUP_NAMES } from './world/other-device.ts';
import type { PlainDeed, Step } from './step.ts';
import type { VirtualTime } from './world/virtual-time.ts';
import { asShown, placedLater, wishOf, type Wish } from './wanted-entry.ts';

type Running = {
  readonly session: Session;
  readonly startedAt: number;
  /** Undefined once the process died: only the wall clock is left. */
  monotonicMs: number | undefined;
};

export type Person = {
  readonly wishes: readonly Wish[];
  readonly broken: readonly string[];
  /** Commands that may cost a request each. */
  readonly asked: Asked;
  touches(startAt: number): number;
  take(
    step: Exclude<Step, { do: 'pass' | 'jump' | 'fault' | 'offline' | 'online' }>,
  ): Promise<void>;
};

export type PersonPorts = {
  readonly app: App;
  readonly time: VirtualTime;
  readonly focus: BrokenFocus;
};

const SECOND = 1000;
const floored = (ms: number): number => Math.floor(ms / SECOND) * SECOND;

const CONNECT = {
  type: 'account/connect',
  credential: { kind: 'key', key: 'toggl_sk_test' },
  place: { kind: 'ids', organizationId: 1, workspaceId: 2 },
} as const;

/** Commands that change nothing in the book but for a session that they end, and what they may cost. */
const PLAIN: Readonly<
  Record<
    Exclude<PlainDeed, 'slip' | 'again' | 'wake' | 'kill' | 'mend/undo' | 'mend/redo'>,
    { readonly command: Exclude<Command, { type: 'popup/ready' }>; readonly costs?: keyof Asked }
  >
> = {
  stop: { command: { type: 'timer/stop' } },
  disconnect: { command: { type: 'account/disconnect', evenIfWaiting: true } },
  connect: { command: CONNECT, costs: 'connects' },
  refresh: { command: { type: 'sync/now' }, costs: 'refreshes' },
  read: { command: { type: 'read/shown' }, costs: 'refreshes' },
};

/** Who has something that was refused sent once more wants it, whatever was thought of it meanwhile. */
function wantAgain(wish: Wish, entry: Entry | undefined): void {
  const deed = entry && refusedDeed(entry);
  if (deed === 'delete') wish.deleted = true;
  if (deed === 'archive' || deed === 'unarchive') wish.archived = deed === 'archive';
}

/** Gives the commands and keeps book, with rules of its own, of what must become of each session. */
export function createPerson(ports: PersonPorts): Person {
  const { app, time, focus } = ports;
  const wishes: Wish[] = [];
  const broken: string[] = [];
  const asked: Asked = {
    changes: 0,
    connects: 0,
    refreshes: 0,
    agains: 0,
    kills: 0,
    wakes: 0,
  };
  const deeds = createDeeds({ ...ports, wishes, broken, asked });
  let running: Running | undefined;
  /** What this run of the app has seen begin last. */
  let seen: Running | undefined;

  function slipped(id: string): void {
    if (app.store.entry(id) !== undefined) broken.push(`${id} took no second, and is kept`);
  }

  /** Where all its seconds are the starts of others, moved there elsewhere perhaps, nothing is left of it. */
  function isCrowdedOut({ id, startAt, seconds }: Wish): boolean {
    if (app.store.entry(id) !== undefined) return false;
    const isTaken = (second: number): boolean =>
      wishes.some((one) => one.starts.has(second) || app.store.entry(one.id)?.startAt === second);
    return Array.from({ length: seconds }, (_, at) => startAt + at * SECOND).every(isTaken);
  }

  /** The book's entry for the running session, ended now by the honest-clock rule. */
  function end(): void {
    if (running === undefined) return;
    const { session, startedAt, monotonicMs } = running;
    running = undefined;
    const ran = monotonicMs === undefined ? 0 : time.monotonic() - monotonicMs;
    const endAt = startedAt + Math.max(time.now() - startedAt, ran);
    const length = (floored(endAt) - startedAt) / SECOND;
    // Where the clock was set back and nothing else tells, nobody knows how long it was.
    const isUnknown = monotonicMs === undefined && time.now() < startedAt;
    if (length === 0 && !isUnknown) {
      slipped(session.id);
      return;
    }
    const wish = wishOf({
      id: session.id,
      task: session.task?.id,
      words: session.description,
      startAt: startedAt,
      seconds: Math.max(1, length),
    });
    if (isCrowdedOut(wish)) return;
    // One that was stopped before, and ran again.
    const before = wishes.findIndex(({ id }) => id === wish.id);
    if (before >= 0) wishes.splice(before, 1);
    wishes.push(wish);
    const wrong = placedLater(wish, app.store.entry(wish.id));
    if (wrong !== undefined) broken.push(wrong);
  }

  async function start(task: number | undefined): Promise<void> {
    const words = task === undefined ? 'Mail' : undefined;
    const ok = await app.command({ type: 'timer/start', taskId: task, description: words });
    if (!ok) return;
    end();
    const session = app.store.session(ACCOUNT);
    if (session === undefined) {
      broken.push('started, and nothing runs');
      return;
    }
    const { startAt } = session;
    if (startAt < floored(time.now())) broken.push(`${session.id} starts before it was started`);
    seen = running = { session, startedAt: startAt, monotonicMs: time.monotonic() };
  }

  /** What a step back comes to is the mender's to decide; from then on it is what is wanted. */
  async function stepBack(type: 'mend/undo' | 'mend/redo'): Promise<void> {
    for (const wish of wishes) {
      wish.touches += 1;
      focus.otherDevice.decided(wish.id, GROUP_NAMES);
    }
    if (!(await app.command({ type }))) return;
    asked.changes += 2 * wishes.length;
    for (const wish of wishes) asShown(wish, app.store.entry(wish.id));
    runsAgain();
  }

  /** A start, a stop or a switch was taken back: what runs by now has run since its start. */
  function runsAgain(): void {
    const session = app.store.session(ACCOUNT);
    if (session?.id === running?.session.id) return;
    if (session === undefined) running = undefined;
    else {
      const { startAt } = session;
      // By the clock on the wall, where nothing tells it better.
      const byWall = time.monotonic() - Math.max(0, time.now() - startAt);
      const monotonicMs = seen?.session.id === session.id ? seen.monotonicMs : byWall;
      seen = running = { session, startedAt: startAt, monotonicMs };
    }
  }

  async function slip(): Promise<void> {
    await start(1);
    await plain('stop');
  }

  async function die(): Promise<void> {
    asked.kills += 1;
    if (running !== undefined) running.monotonicMs = undefined;
    seen = undefined;
    focus.line.forgetClient();
    await app.kill();
  }

  async function again(): Promise<void> {
    const refused = wishes.map(({ id }) => app.store.entry(id));
    asked.agains += 1;
    for (const [at, { id }] of wishes.entries()) {
      if (isGone(refused[at])) focus.otherDevice.decided(id, GROUP_NAMES);
    }
    if (!(await app.command({ type: 'sync/again' }))) return;
    for (const [at, wish] of wishes.entries()) wantAgain(wish, refused[at]);
  }

  async function give(name: keyof typeof PLAIN): Promise<void> {
    const { command, costs } = PLAIN[name];
    if (costs !== undefined) asked[costs] += 1;
    const ok = await app.command(command as Parameters<App['command']>[0]);
    if (ok && (name === 'stop' || name === 'disconnect')) end();
  }

  async function plain(name: PlainDeed): Promise<void> {
    switch (name) {
      case 'wake':
        asked.wakes += 1;
        app.wake();
        return;
      case 'kill':
        return die();
      case 'mend/undo':
      case 'mend/redo':
        return stepBack(name);
      case 'slip':
        return slip();
      case 'again':
        return again();
      default:
        return give(name);
    }
  }

  return {
    wishes,
    broken,
    asked,
    touches: (startAt) =>
      wishes
        .filter((wish) => wish.starts.has(startAt))
        .reduce((sum, { touches }) => sum + touches + 1, running?.startedAt === startAt ? 1 : 0),
    async take(step) {
      if (step.do === 'start') return start(step.task);
      if (step.do === 'undo-edit') return deeds.undoEdit();
      if (step.do === 'several') return deeds.several(step);
      return 'entry' in step ? deeds.one(step) : plain(step.do);
    },
  };
}
