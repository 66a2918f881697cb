import {
  LENGTHS_UNLESS_CHOSEN,
  SETTINGS_UNLESS_CHOSEN,
} from '../../../src-main/app/ports/settings-unless-chosen.ts';
import type { AccountView, DayView, Snapshot, SyncView, TimerView } from '#contract';
import { at, seconds, task } from '../values.ts';

/** Connected, idle, ten minutes tracked today, two recent tasks; a test names what differs. */
export function snapshot(change: Partial<Snapshot> = {}): Snapshot {
  return {
    revision: 1,
    at: at('10:00'),
    zone: 'UTC',
    account: connected(),
    otherHost: undefined,
    timer: { state: 'idle' },
    today: day(),
    shown: { kind: 'today' },
    reading: undefined,
    undo: undefined,
    redo: undefined,
    elsewhere: undefined,
    plannedNow: undefined,
    recentTasks: [task(1, 'Write report'), task(2, 'Review')],
    doneBefore: [],
    last: { task: task(1, 'Write report'), description: undefined },
    tasks: { count: 2, readAt: at('08:00'), pinned: [] },
    away: [],
    awayKnown: true,
    sync: sync(),
    quota: undefined,
    draft: {},
    settings: {
      ...SETTINGS_UNLESS_CHOSEN,
      lengths: LENGTHS_UNLESS_CHOSEN,
      weekStartsOn: 1,
      hours: '24h',
    },
    region: { words: 'en-US', dateField: 'en-US', numbers: 'en-US', ofAccount: true },
    iconMissing: false,
    startsWithSystem: false,
    notice: undefined,
    ...change,
  };
}

export function connected(
  change: Partial<Extract<AccountView, { state: 'connected' }>> = {},
): AccountView {
  return {
    state: 'connected',
    kind: 'focus',
    organizationId: 1,
    workspaceId: 2,
    secret: 'keychain',
    keyRefused: false,
    ...change,
  };
}

export function sync(change: Partial<SyncView> = {}): SyncView {
  return {
    waiting: 0,
    rejected: 0,
    conflicts: 0,
    questions: 0,
    busy: false,
    pause: undefined,
    readAt: undefined,
    leftOut: { entries: 0, tasks: 0, plans: 0 },
    ...change,
  };
}

export function running(change: Partial<Extract<TimerView, { state: 'running' }>> = {}): TimerView {
  return {
    state: 'running',
    id: 's1',
    task: task(1, 'Write report'),
    description: undefined,
    startAt: at('09:00'),
    ...change,
  };
}

/** A day without entries on which ten minutes were tracked. */
export function day(change: Partial<DayView> = {}): DayView {
  return {
    startAt: at('00:00'),
    endAt: at('23:59'),
    entries: [],
    notListed: 0,
    trackedSeconds: seconds(600),
    breakSeconds: seconds(0),
    projects: [],
    gaps: [],
    overlaps: [],
    planned: [],
    removed: [],
    readAt: undefined,
    ...change,
  };
}
