import type { Entry, Session } from '../../src-main/domain/entry.ts';
import { ACCOUNT, type App } from './app.ts';
import type { BrokenFocus } from './broken-focus.ts';
import type { Step } from './history.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What the person last wanted of one finished session. */
export type Wish = {
  readonly id: string;
  task: number | undefined;
  words: string | undefined;
  startAt: number;
  seconds: number;
  deleted: boolean;
  /** Changes asked for so far. */
  touches: number;
  /** Every start it ever had. */
  readonly starts: Set<number>;
  /** As it was before the last edit. */
  before: Partial<Pick<Wish, 'task' | 'words' | 'seconds'>> | undefined;
};

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
  readonly asked: Record<'changes' | 'connects' | 'refreshes' | 'kills' | 'wakes', number>;
  touches(startAt: number): number;
  take(
    step: Exclude<Step, { do: 'pass' | 'jump' | 'fault' | 'offline' | 'online' }>,
  ): Promise<void>;
};

type Ports = { readonly app: App; readonly time: VirtualTime; readonly focus: BrokenFocus };

const SECOND = 1000;
const floored = (ms: number): number => Math.floor(ms / SECOND) * SECOND;

const CONNECT = {
  type: 'account/connect',
  credential: { kind: 'key', key: 'toggl_sk_test' },
  place: { kind: 'ids', organizationId: 1, workspaceId: 2 },
} as const;

/** Gives the commands and keeps book, with rules of its own, of what must become of each session. */
export function createPerson({ app, time, focus }: Ports): Person {
  const wishes: Wish[] = [];
  const broken: string[] = [];
  const asked = { changes: 0, connects: 0, refreshes: 0, kills: 0, wakes: 0 };
  let running: Running | undefined;
  let lastEdited: Wish | undefined;

  /** The book's entry for the running session, ended now by the honest-clock rule. */
  function end(): void {
    if (running === undefined) return;
    const { session, startedAt, monotonicMs } = running;
    running = undefined;
    const ran = monotonicMs === undefined ? 0 : time.monotonic() - monotonicMs;
    const endAt = startedAt + Math.max(time.now() - startedAt, ran);
    const wish: Wish = {
      id: session.id,
      task: session.task?.id,
      words: session.description,
      startAt: startedAt,
      seconds: Math.max(1, (floored(endAt) - startedAt) / SECOND),
      deleted: false,
      touches: 0,
      starts: new Set([startedAt]),
      before: undefined,
    };
    wishes.push(wish);
    const stored = app.store.entry(wish.id);
    if (stored?.seconds !== wish.seconds) {
      broken.push(`${wish.id} has ${stored?.seconds} s, the clocks say ${wish.seconds} s`);
    }
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
    running = { session, startedAt: startAt, monotonicMs: time.monotonic() };
  }

  async function edit(wish: Wish, change: Change): Promise<void> {
    const { task, words, seconds, shift } = change;
    const startAt = shift === undefined ? undefined : wish.startAt + shift * SECOND;
    wish.touches += 1;
    const ok = await app.command({
      type: 'entry/edit',
      entryId: wish.id,
      taskId: task,
      description: words,
      seconds,
      startAt,
    });
    if (!ok) return;
    asked.changes += 1;
    lastEdited = wish;
    wish.before = { task: wish.task, words: wish.words, seconds: wish.seconds };
    if (task !== undefined) wish.task = task ?? undefined;
    if (words !== undefined) wish.words = words === '' ? undefined : words;
    if (seconds !== undefined) wish.seconds = seconds;
    if (startAt !== undefined) moved(wish, startAt, app.store.entry(wish.id));
  }

  async function undoEdit(): Promise<void> {
    if (lastEdited?.before === undefined || lastEdited.deleted) return;
    const { task, words, seconds } = lastEdited.before;
    await edit(lastEdited, { task: task ?? null, words: words ?? '', seconds });
  }

  function moved(wish: Wish, askedAt: number, entry: Entry | undefined): void {
    const startAt = entry?.startAt ?? 0;
    if (startAt < askedAt || startAt > askedAt + 60 * SECOND) {
      broken.push(`${wish.id} was moved to ${startAt} and not to ${askedAt}`);
    }
    wish.startAt = startAt;
    wish.starts.add(startAt);
  }

  async function change(wish: Wish, name: 'delete' | 'undelete' | 'revert'): Promise<void> {
    if (name === 'undelete' ? !wish.deleted : wish.deleted) return;
    const entry = app.store.entry(wish.id);
    if (name === 'revert' && !isRefusedChange(entry)) return;
    wish.touches += 1;
    const ok = await app.command({ type: `entry/${name}`, entryId: wish.id });
    if (!ok) return;
    asked.changes += 1;
    if (name === 'revert') asOnServer(wish, entry);
    else wish.deleted = name === 'delete';
  }

  /** A revert wants what Toggl Focus has or, where nobody is sure of that, what it last had for sure. */
  function asOnServer(wish: Wish, entry: Entry | undefined): void {
    const { delivery, sent } = entry ?? {};
    const id = delivery?.state === 'delivered' ? delivery.serverId : undefined;
    const there = focus.entries.get(id ?? 0);
    if (there === undefined) return;
    wish.deleted = there.deletedAt !== undefined;
    const last = sent?.unsure === true ? { ...sent, taskId: sent.task?.id } : there;
    const { taskId, description, startAt, seconds } = last;
    Object.assign(wish, { task: taskId, words: description, startAt, seconds });
  }

  async function plain(
    name: 'stop' | 'disconnect' | 'connect' | 'refresh' | 'kill' | 'wake',
  ): Promise<void> {
    switch (name) {
      case 'stop':
        if (await app.command({ type: 'timer/stop' })) end();
        return;
      case 'disconnect':
        if (await app.command({ type: 'account/disconnect', evenIfWaiting: true })) end();
        return;
      case 'connect':
        asked.connects += 1;
        await app.command(CONNECT);
        return;
      case 'refresh':
        asked.refreshes += 1;
        await app.command({ type: 'sync/now' });
        return;
      case 'wake':
        asked.wakes += 1;
        app.wake();
        return;
      case 'kill':
        asked.kills += 1;
        if (running !== undefined) running.monotonicMs = undefined;
        focus.line.forgetClient();
        await app.kill();
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
      if (step.do === 'undo-edit') return undoEdit();
      if (!('entry' in step)) return plain(step.do);
      const wish = wishes[step.entry % Math.max(1, wishes.length)];
      if (wish === undefined) return;
      if (step.do === 'edit') return wish.deleted ? undefined : edit(wish, step);
      return change(wish, step.do);
    },
  };
}

type Change = Omit<Extract<Step, { readonly do: 'edit' }>, 'do' | 'entry'>;

function isRefusedChange(entry: Entry | undefined): boolean {
  return entry?.delivery.state === 'delivered' && entry.delivery.refused !== undefined;
}
