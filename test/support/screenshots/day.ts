import type { DemoApi } from '../server/demo-api.ts';

/** The day in the pictures: the same whenever they are taken. */
const DAY = '2026-11-24';
export const NOW = Date.parse(`${DAY}T14:06:23Z`);
/** When the timer in the pictures was started. */
export const STARTED = Date.parse(`${DAY}T13:24:16Z`);

type TrackedElsewhere = {
  readonly from: string;
  readonly minutes: number;
  /** Of the demo's catalogue. */
  readonly taskId?: number;
  readonly description?: string;
  readonly type?: 'break';
};

export const TASKS = {
  standUp: 650_020,
  schema: 650_011,
  dryRun: 650_010,
  reviews: 650_001,
  seats: 650_025,
  planning: 650_019,
  mail: 650_033,
} as const;

export const MORNING: readonly TrackedElsewhere[] = [
  { from: '08:32', minutes: 24, taskId: TASKS.mail },
  { from: '09:00', minutes: 17, taskId: TASKS.standUp },
  { from: '09:20', minutes: 98, taskId: TASKS.schema },
];

export const MIDDAY: readonly TrackedElsewhere[] = [
  { from: '11:02', minutes: 43, taskId: TASKS.reviews, description: 'pairing with Noor' },
  { from: '11:50', minutes: 12, description: 'Quick call with the landlord' },
  { from: '12:05', minutes: 41, description: 'Lunch', type: 'break' },
  { from: '12:48', minutes: 34, taskId: TASKS.planning },
];

/** Begins before the planning ends. */
export const OVERLAPPING: readonly TrackedElsewhere[] = [
  { from: '13:05', minutes: 18, description: 'Draft the release notes' },
];

const BUILDING: readonly TrackedElsewhere[] = [
  { from: '08:45', minutes: 30, taskId: TASKS.mail },
  { from: '09:20', minutes: 140, taskId: TASKS.schema },
  { from: '12:00', minutes: 45, description: 'Lunch', type: 'break' },
  { from: '12:50', minutes: 190, taskId: TASKS.reviews },
];

const REHEARSING: readonly TrackedElsewhere[] = [
  { from: '09:00', minutes: 200, taskId: TASKS.dryRun },
  { from: '13:00', minutes: 95, taskId: TASKS.planning },
];

export const LAST_WEEK: readonly (readonly [day: string, entries: readonly TrackedElsewhere[]])[] =
  [
    ['2026-11-16', REHEARSING],
    ['2026-11-17', BUILDING],
    ['2026-11-18', MORNING],
    ['2026-11-19', REHEARSING],
    ['2026-11-20', [...MORNING, ...MIDDAY]],
  ];

/** Two hundred steps of two minutes each, on the Sunday before. */
export const LONG_DAY = Array.from({ length: 200 }, (_, index) => ({
  type: 'activity',
  task_id: index % 2 === 0 ? TASKS.schema : TASKS.reviews,
  start: new Date(Date.parse('2026-11-22T08:00:00Z') + index * 150_000).toISOString(),
  duration: 120,
  description: `step ${index}`,
}));

/** Puts entries of the day into the account, as if they had been tracked elsewhere. */
export async function livedThrough(
  api: DemoApi,
  entries: readonly TrackedElsewhere[],
  day = DAY,
): Promise<void> {
  for (const { from, minutes, taskId, description, type = 'activity' } of entries) {
    const start = `${day}T${from}:00Z`;
    const path = taskId === undefined ? 'O/time-entries' : `O/tasks/${taskId}/time-entries`;
    const body = { type, start, duration: minutes * 60, description };
    const { status } = await api.call('POST', path, body);
    if (status >= 300) throw new Error(`The account did not take ${start}: status ${status}`);
  }
}
