import type {
  AccountView,
  HoldView,
  Instant,
  Seconds,
  Snapshot,
  SyncView,
  TimerView,
} from '#contract';
import { trackedSeconds } from '../domain/day-total.ts';
import type { Entry, Session } from '../domain/entry.ts';
import { quotaLeft } from '../domain/quota.ts';
import type { TimedHold } from '../domain/verdict.ts';
import type { Connection, Live } from './connection.ts';
import type { Day, Store } from './ports.ts';
import { entryView } from './present-entry.ts';

export type Scene = {
  readonly revision: number;
  readonly at: Instant;
  readonly day: Day;
  readonly live: Live;
  /** The hold in force, the quota's included. */
  readonly hold: TimedHold | undefined;
  readonly busy: boolean;
};

const RECENT_TASKS = 5;

/** What tray and popup draw, read afresh from the store. */
export function present(store: Store, scene: Scene): Snapshot {
  const { connection } = scene.live;
  const settings = store.settings();
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
    today: { ...day, entries: [], trackedSeconds: 0 as Seconds },
    recentTasks: [],
    last: undefined,
    tasks: { count: 0, readAt: undefined },
    sync: { waiting: 0, rejected: 0, busy: false, hold: undefined, readAt: undefined },
    quota: undefined,
  };
}

function somebody(store: Store, scene: Scene, connection: Connection): Part {
  const { id } = connection;
  const { day, at } = scene;
  const session = store.session(id);
  const entries = store.entriesBetween(id, day.startAt, day.endAt).filter(isShown);
  const last = session ?? store.lastEntry(id);
  return {
    account: accountView(connection),
    timer: timerView(session),
    today: {
      ...day,
      entries: entries.map(entryView),
      trackedSeconds: trackedSeconds(entries, day),
    },
    recentTasks: store.recentTasks(id, RECENT_TASKS),
    last: last && { task: last.task, description: last.description },
    tasks: store.taskCacheFacts(id),
    sync: syncView(store, scene, connection),
    quota: quotaLeft(store.quota(id), at),
  };
}

function timerView(session: Session | undefined): TimerView {
  if (session === undefined) return { state: 'idle' };
  const { task, description, startAt } = session;
  return { state: 'running', task, description, startAt };
}

function accountView({ account, secret, keyRefused }: Connection): AccountView {
  const { kind, organizationId, workspaceId } = account;
  return { state: 'connected', kind, organizationId, workspaceId, secret, keyRefused };
}

function isShown({ presence }: Entry): boolean {
  return presence === 'kept' || presence === 'restoring';
}

function syncView(store: Store, scene: Scene, { id, keyRefused }: Connection): SyncView {
  const { queued, sending, unknown, changed, rejected } = store.counts(id);
  return {
    waiting: queued + sending + unknown + changed,
    rejected,
    busy: scene.busy,
    hold: keyRefused ? { reason: 'key' } : holdView(scene.hold),
    readAt: store.dayReadAt(id),
  };
}

function holdView(hold: TimedHold | undefined): HoldView | undefined {
  if (hold === undefined) return undefined;
  const { reason, untilAt } = hold;
  return reason === 'quota' ? { reason, untilAt } : { reason, retryAt: untilAt };
}
