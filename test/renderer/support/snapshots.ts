import type {
  AccountView,
  DayView,
  DeliveryView,
  EntryView,
  Instant,
  PlannedView,
  Seconds,
  Snapshot,
  TaskView,
  TimerView,
} from '#contract';

/** An instant on the day that all snapshots here are about, where this runs: in UTC, but for what depends on time. */
export function at(clock: string): Instant {
  return Date.parse(`2026-03-02T${clock}`) as Instant;
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

/** The length of a day in milliseconds. */
export const DAY = 86_400_000;

/** Today with these entries and their sum; `later` moves the day, and only the day, by so many days. */
export function day(
  entries: readonly EntryView[] = [],
  changes: Partial<DayView> = {},
  later = 0,
): DayView {
  const startAt = (at('00:00:00') + later * DAY) as Instant;
  return {
    startAt,
    endAt: (startAt + DAY) as Instant,
    entries,
    notListed: 0,
    trackedSeconds: sumOf(entries.filter(({ type }) => type === 'activity')),
    breakSeconds: sumOf(entries.filter(({ type }) => type === 'break')),
    projects: [],
    gaps: [],
    overlaps: [],
    planned: [],
    removed: [],
    readAt: at('08:00:00'),
    ...changes,
  };
}

function sumOf(entries: readonly EntryView[]): Seconds {
  return entries.reduce((sum, { seconds }) => sum + seconds, 0) as Seconds;
}

/** A time block from 15:00 to 17:00 on which nothing is done yet. */
export function planned(changes: Partial<PlannedView> = {}): PlannedView {
  return {
    kind: 'block',
    id: 7,
    task: review,
    description: undefined,
    startAt: at('15:00:00'),
    seconds: 7200 as Seconds,
    doneSeconds: 0 as Seconds,
    ...changes,
  };
}

/** A connected account on a day without entries, nothing running; `changes` says what is different. */
export function snapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    revision: 1,
    at: at('14:55:07'),
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    account,
    otherHost: undefined,
    timer: { state: 'idle' },
    today: day(),
    shown: { kind: 'today' },
    reading: undefined,
    undo: undefined,
    redo: undefined,
    elsewhere: undefined,
    plannedNow: undefined,
    recentTasks: [migration, review],
    doneBefore: [],
    last: undefined,
    tasks: { count: 2, readAt: at('08:00:00'), pinned: [] },
    sync: {
      waiting: 0,
      rejected: 0,
      conflicts: 0,
      questions: 0,
      busy: false,
      pause: undefined,
      readAt: at('08:00:00'),
      leftOut: { entries: 0, tasks: 0, plans: 0 },
    },
    away: [],
    awayKnown: true,
    quota: { remaining: 27, resetsAt: at('15:00:00'), perHour: 30 },
    draft: {},
    settings: {
      leftClick: 'popup',
      gapsFrom: 5,
      awayMinutes: 10,
      theme: 'system',
      textSize: 100,
      popupHeight: 640,
      lengths: 'improved',
      weekStartsOn: 1,
      hours: '24h',
    },
    region: { words: 'en-US', dateField: 'en-US', numbers: 'en-US', ofAccount: true },
    iconMissing: false,
    startsWithSystem: false,
    notice: undefined,
    ...changes,
  };
}

/** The same with entries in the list of today, and their sum. */
export function withEntries(
  entries: readonly EntryView[],
  changes: Partial<Snapshot> = {},
): Snapshot {
  return { ...snapshot(changes), today: day(entries) };
}
