import {
  tellToTheSecond,
  type AccountView,
  type DayView,
  type DraftView,
  type PauseView,
  type Instant,
  type Seconds,
  type Snapshot,
  type SyncView,
  type TimerView,
  type SystemView,
} from '#contract';
import type { Session } from '../../domain/entry.ts';
import type { SystemRegion } from '../../domain/locale/computer-region.ts';
import { quotaLeft } from '../../domain/sync/quota.ts';
import type { TimedPause } from '../../domain/sync/classify-response.ts';
import { accountSettings } from '../account/stored-calendar-settings.ts';
import type { Connection, Live } from '../state/connection-and-live-state.ts';
import { lastWork, recentTasks } from '../tasks/recent-and-startable-tasks.ts';
import { workDoneBefore } from '../tasks/work-done-before.ts';
import { plannedNow } from './planned-now.ts';
import type { Clock, Day, Settings, Store } from '../ports/ports.ts';
import { awayViews } from './away-view.ts';
import { dayView } from './day-view.ts';
import { shownView } from './shown-week-or-range-view.ts';
import { FIRST_VIEW, type View } from '../state/view-state.ts';
import { DONE_BEFORE_AT_HAND, RECENT_TASKS } from './list-limits.ts';

export type Scene = {
  readonly revision: number;
  readonly at: Instant;
  readonly zone: string;
  readonly day: Day;
  readonly timeOfDay: Clock['timeOfDay'];
  readonly otherHost: string | undefined;
  readonly live: Live;
  /** The pause in force, the quota's included. */
  readonly pause: TimedPause | undefined;
  readonly busy: boolean;
  readonly system: SystemView;
  readonly view: View;
  readonly undo: Snapshot['undo'];
  readonly redo: Snapshot['redo'];
  readonly systemRegion: SystemRegion;
  readonly draft: DraftView;
  readonly awayKnown: boolean;
};

/** What tray and popup draw, read afresh from the store. */
export function present(store: Store, scene: Scene): Snapshot {
  const { connection } = scene.live;
  const { revision, at, zone, otherHost, system } = scene;
  const { lengths: lengthsChosen, ...chosen } = store.settings();
  const { region, ...ofAccount } = accountSettings(store, connection?.id, scene.systemRegion);
  const lengths = lengthsChosen ?? ofAccount.lengths;
  tellToTheSecond(lengths === 'classic');
  const settings = { ...chosen, ...ofAccount, lengths, lengthsChosen };
  const { notice } = scene.live;
  const base = { revision, at, zone, otherHost, settings, region, ...system, notice };
  return connection === undefined
    ? { ...base, ...nobody(scene.day) }
    : { ...base, ...somebody(store, { ...scene, ...chosen }, connection) };
}

/**
 * What is known without reading what is shown, laid over the last snapshot that could be read; of another account
 * that one says nothing.
 */
export function presentUnread(
  store: Store,
  scene: Pick<Scene, 'live' | 'revision' | 'otherHost' | 'system' | 'zone' | 'day'>,
  last: Snapshot,
): Snapshot {
  const { connection, notice } = scene.live;
  const { revision, otherHost, system, zone, day } = scene;
  const account = connection === undefined ? ({ state: 'none' } as const) : accountView(connection);
  const shown = isSameAccount(account, last.account) ? last : { ...last, ...nobody(day) };
  const timer = connection === undefined ? shown.timer : timerNow(store, connection, shown.timer);
  return { ...shown, revision, zone, otherHost, ...system, notice, account, timer };
}

function isSameAccount(a: AccountView, b: AccountView): boolean {
  if (a.state === 'none' || b.state === 'none') return a.state === b.state;
  const isSamePlace = a.organizationId === b.organizationId && a.workspaceId === b.workspaceId;
  return isSamePlace && a.kind === b.kind;
}

/** Whether time runs is what a person must not be misled about. */
function timerNow(store: Store, { id }: Connection, last: TimerView): TimerView {
  try {
    return timerView(store.session(id));
  } catch {
    return last;
  }
}

type Part = Omit<
  Snapshot,
  'revision' | 'at' | 'zone' | 'otherHost' | 'settings' | 'region' | 'notice' | keyof SystemView
>;

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
    doneBefore: [],
    last: undefined,
    tasks: { count: 0, readAt: undefined, pinned: [] },
    away: [],
    awayKnown: true,
    sync: {
      waiting: 0,
      rejected: 0,
      conflicts: 0,
      questions: 0,
      busy: false,
      pause: undefined,
      readAt: undefined,
      leftOut: FIRST_VIEW.leftOut,
    },
    quota: undefined,
    draft: {},
  };
}

function emptyDay(day: Day): DayView {
  const nothing = 0 as Seconds;
  return {
    ...day,
    entries: [],
    notListed: 0,
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

function somebody(
  store: Store,
  scene: Scene & Pick<Settings, 'workingHours'>,
  connection: Connection,
): Part {
  const { id } = connection;
  const { day, at, view, undo, redo, workingHours, timeOfDay } = scene;
  const session = store.session(id);
  const last = session ?? store.lastEntry(id);
  const now = { at, session, workingHours, timeOfDay };
  const today = dayView(store, id, { ...now, day });
  return {
    account: accountView(connection, store.workspaceName(id)),
    timer: timerView(session),
    today,
    shown: shownView(store, id, view, now),
    reading: view.reading,
    undo,
    redo,
    elsewhere: view.elsewhereLeft ? undefined : view.elsewhere,
    plannedNow: plannedNow(store, id, at),
    recentTasks: recentTasks(store, id, RECENT_TASKS),
    doneBefore: workDoneBefore(store, id, DONE_BEFORE_AT_HAND),
    last: lastWork(store, id, last),
    tasks: { ...store.taskCacheFacts(id), pinned: store.pinnedTasks(id) },
    away: awayViews(store, id, at),
    awayKnown: scene.awayKnown,
    sync: { ...syncView(store, scene, connection), readAt: today.readAt },
    quota: quotaLeft(store.quota(id), at),
    draft: scene.draft,
  };
}

function timerView(session: Session | undefined): TimerView {
  if (session === undefined) return { state: 'idle' };
  const { id, task, description, startAt } = session;
  return { state: 'running', id, task, description, startAt };
}

function accountView(
  { account, secret, keyRefused }: Connection,
  workspaceName?: string,
): AccountView {
  const { kind, organizationId, workspaceId } = account;
  const place = { kind, organizationId, workspaceId, workspaceName };
  return { state: 'connected', ...place, secret, keyRefused };
}

function syncView(
  store: Store,
  scene: Scene,
  { id, keyRefused }: Connection,
): Omit<SyncView, 'readAt'> {
  const { queued, sending, unknown, changed, ...needsYou } = store.counts(id);
  return {
    waiting: queued + sending + unknown + changed,
    ...needsYou,
    busy: scene.busy,
    leftOut: scene.view.leftOut,
    pause: keyRefused ? { reason: 'key' } : holdView(scene.pause),
  };
}

function holdView(pause: TimedPause | undefined): PauseView | undefined {
  if (pause === undefined) return undefined;
  const { untilAt, ...why } = pause;
  if (why.reason === 'quota') return { reason: why.reason, untilAt };
  return { ...why, retryAt: untilAt };
}
