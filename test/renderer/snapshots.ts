import type {
  AccountView,
  DeliveryView,
  EntryView,
  Instant,
  Seconds,
  Snapshot,
  TaskView,
  TimerView,
} from '#contract';

/** An instant on the day that all snapshots here are about; the suite runs in UTC. */
export function at(clock: string): Instant {
  return Date.parse(`2026-03-02T${clock}Z`) as Instant;
}

export const migration: TaskView = {
  id: 1,
  name: 'Migration dry run',
  projectName: 'Orion',
  projectColor: '#0f766e',
  clientName: 'Acme',
};

export const review: TaskView = {
  id: 2,
  name: 'Review pull requests',
  projectName: 'Platform',
  projectColor: '#7c3aed',
  clientName: undefined,
};

export type Connected = Extract<AccountView, { state: 'connected' }>;

export const account: Connected = {
  state: 'connected',
  kind: 'focus',
  organizationId: 123,
  workspaceId: 456,
  secret: 'keychain',
  keyRefused: false,
};

export const running: TimerView = {
  state: 'running',
  id: 'session-1',
  task: migration,
  description: 'second rehearsal',
  startAt: at('13:31:00'),
};

export function entry(delivery: DeliveryView, changes: Partial<EntryView> = {}): EntryView {
  return {
    id: 'entry-1',
    task: review,
    description: undefined,
    startAt: at('11:40:00'),
    seconds: 2520 as Seconds,
    type: 'activity',
    delivery,
    archived: false,
    conflict: undefined,
    timeBlockId: undefined,
    ...changes,
  };
}

/** A connected account on a day without entries, nothing running; `changes` says what is different. */
export function snapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    revision: 1,
    at: at('14:55:07'),
    account,
    timer: { state: 'idle' },
    today: {
      startAt: at('00:00:00'),
      endAt: (at('00:00:00') + 86_400_000) as Instant,
      entries: [],
      trackedSeconds: 0 as Seconds,
      breakSeconds: 0 as Seconds,
      projects: [],
      gaps: [],
      overlaps: [],
      planned: [],
      removed: [],
      readAt: at('08:00:00'),
    },
    shown: { kind: 'today' },
    reading: undefined,
    undo: undefined,
    redo: undefined,
    elsewhere: undefined,
    plannedNow: undefined,
    recentTasks: [migration, review],
    last: undefined,
    tasks: { count: 2, readAt: at('08:00:00'), pinned: [] },
    sync: { waiting: 0, rejected: 0, busy: false, hold: undefined, readAt: at('08:00:00') },
    quota: { remaining: 27, resetsAt: at('15:00:00') },
    settings: { leftClick: 'popup', weekStartsOn: 1, hours: '24h' },
    notice: undefined,
    ...changes,
  };
}

/** The same with entries in the list of today, and their sum. */
export function withEntries(entries: readonly EntryView[], changes: Partial<Snapshot> = {}) {
  const empty = snapshot(changes);
  const trackedSeconds = entries.reduce((sum, { seconds }) => sum + seconds, 0) as Seconds;
  return { ...empty, today: { ...empty.today, entries, trackedSeconds } };
}
