import type {
  AccountView,
  DayView,
  HoldView,
  Instant,
  Seconds,
  Snapshot,
  SyncView,
  TimerView,
} from '#contract';
import type { Session } from '../domain/entry.ts';
import { quotaLeft } from '../domain/quota.ts';
import type { TimedHold } from '../domain/verdict.ts';
import { accountSettings } from './account-settings.ts';
import type { Connection, Live } from './connection.ts';
import { plannedNow } from './planned-now.ts';
import type { Day, Store } from './ports.ts';
import { dayView } from './present-day.ts';
import { shownView } from './present-shown.ts';
import type { View } from './view-state.ts';

export type Scene = {
  readonly revision: number;
  readonly at: Instant;
  readonly day: Day;
  readonly live: Live;
  /** The hold in force, the quota's included. */
  readonly hold: TimedHold | undefined;
  readonly busy: boolean;
  readonly view: View;
  readonly undo: Snapshot['undo'];
  readonly redo: Snapshot['redo'];
};

const RECENT_TASKS = 5;

/** What tray and popup draw, read afresh from the store. */
export function present(store: Store, scene: Scene): Snapshot {
  const { connection } = scene.live;
  const settings = { ...store.settings(), ...accountSettings(store, connection?.id) };
  const base = { revision: scene.revision, at: scene.at, settings, notice: scene.live.notice };
  return connection === undefined
    ? { ...base, ...nobody(scene.day) }
    : { ...base, ...somebody(store, scene, connection) };
}

type Part = Omit<Snapshot, 'revision' | 'at' | 'settings' | 'notice'>;

function nobody(day: Day): Part {
  return {
    account: { state: 'none' },
    timer: { state: 'idle' },
    today: emptyDay(day),
    shown: { kind: 'today' },
    reading: undefined,
    undo: undefined,
    redo: undefined,
    elsewhere: undefined,
    plannedNow: undefined,
    recentTasks: [],
    last: undefined,
    tasks: { count: 0, readAt: undefined, pinned: [] },
    sync: { waiting: 0, rejected: 0, busy: false, hold: undefined, readAt: undefined },
    quota: undefined,
  };
}

function emptyDay(day: Day): DayView {
  const nothing = 0 as Seconds;
  return {
    ...day,
    entries: [],
    trackedSeconds: nothing,
    breakSeconds: nothing,
    projects: [],
    gaps: [],
    overlaps: [],
    planned: [],
    removed: [],
    readAt: undefined,
  };
}

function somebody(store: Store, scene: Scene, connection: Connection): Part {
  const { id } = connection;
  const { day, at, view, undo, redo } = scene;
  const session = store.session(id);
  const last = session ?? store.lastEntry(id);
  const today = dayView(store, id, { day, at, session });
  return {
    account: accountView(connection),
    timer: timerView(session),
    today,
    shown: shownView(store, id, view, { at, session }),
    reading: view.reading,
    undo,
    redo,
    elsewhere: view.elsewhereLeft ? undefined : view.elsewhere,
    plannedNow: plannedNow(store, id, at),
    recentTasks: store.recentTasks(id, RECENT_TASKS),
    last: last && { task: last.task, description: last.description },
    tasks: { ...store.taskCacheFacts(id), pinned: store.pinnedTasks(id) },
    sync: { ...syncView(store, scene, connection), readAt: today.readAt },
    quota: quotaLeft(store.quota(id), at),
  };
}

function timerView(session: Session | undefined): TimerView {
  if (session === undefined) return { state: 'idle' };
  const { id, task, description, startAt } = session;
  return { state: 'running', id, task, description, startAt };
}

function accountView({ account, secret, keyRefused }: Connection): AccountView {
  const { kind, organizationId, workspaceId } = account;
  return { state: 'connected', kind, organizationId, workspaceId, secret, keyRefused };
}

function syncView(
  store: Store,
  scene: Scene,
  { id, keyRefused }: Connection,
): Omit<SyncView, 'readAt'> {
  const { queued, sending, unknown, changed, rejected } = store.counts(id);
  return {
    waiting: queued + sending + unknown + changed,
    rejected,
    busy: scene.busy,
    hold: keyRefused ? { reason: 'key' } : holdView(scene.hold),
  };
}

function holdView(hold: TimedHold | undefined): HoldView | undefined {
  if (hold === undefined) return undefined;
  const { reason, untilAt } = hold;
  return reason === 'quota' ? { reason, untilAt } : { reason, retryAt: untilAt };
}
