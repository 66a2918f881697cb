import { expect, it } from 'vitest';
import type { Instant, ShownView } from '#contract';
import { accountId } from '../../../src-main/app/state/connection-and-live-state.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { at, delivered, entry, focusEntry, listing, seconds, task } from '../../support/values.ts';

const MINE = accountId({ kind: 'focus', organizationId: 1, workspaceId: 2 });
const DAY_MS = 86_400_000;

/** The same time of day, so many days later; 2026-11-24 is a Tuesday. */
function days(count: number, clock: string): Instant {
  return (at(clock) + count * DAY_MS) as Instant;
}

async function connected(): Promise<Core> {
  const core = createCore();
  await core.connect();
  return core;
}

function shown<Kind extends ShownView['kind']>(
  core: Core,
  kind: Kind,
): Extract<ShownView, { readonly kind: Kind }> {
  const view = core.snapshot().shown;
  if (view.kind !== kind) throw new Error(`shown is ${view.kind}`);
  return view as Extract<ShownView, { readonly kind: Kind }>;
}

it('shows today first and after each connect', async () => {
  const core = await connected();
  expect(core.snapshot().shown).toEqual({ kind: 'today' });
  await core.command({ type: 'show/day', at: days(-1, '12:00') });
  expect(core.snapshot().shown.kind).toBe('day');
  await core.command({ type: 'show/today' });
  expect(core.snapshot().shown).toEqual({ kind: 'today' });
});

it('takes the day that holds this moment for today', async () => {
  const core = await connected();
  await core.command({ type: 'show/day', at: at('23:59') });
  expect(core.snapshot().shown).toEqual({ kind: 'today' });
});

it('shows another day with all that a day has', async () => {
  const core = await connected();
  const startAt = days(-1, '09:00');
  core.store.putEntry(MINE, entry('a', delivered(70), { startAt }));
  await core.command({ type: 'show/day', at: days(-1, '12:00') });
  const { day } = shown(core, 'day');
  expect(day).toMatchObject({ startAt: days(-1, '00:00'), trackedSeconds: 600 });
  expect(day.entries.map(({ id }) => id)).toEqual(['a']);
  expect(day.readAt).toBeUndefined();
});

it('shows the week that begins as the account wants it, each day with what was tracked and planned', async () => {
  const core = await connected();
  core.store.putEntry(MINE, entry('a', delivered(70), { startAt: days(-1, '23:55') }));
  core.store.putEntry(
    MINE,
    entry('b', delivered(71), { startAt: at('10:00'), type: 'break', seconds: seconds(60) }),
  );
  const plan = { kind: 'block', id: 1, task: task(1), description: undefined } as const;
  const block = { ...plan, startAt: days(2, '09:00'), seconds: seconds(3600) };
  core.store.putPlans(MINE, [block]);
  await core.command({ type: 'show/week', at: at('12:00') });
  const { week } = shown(core, 'week');
  expect(week).toMatchObject({ startAt: days(-1, '00:00'), endAt: days(6, '00:00') });
  expect(week.days.map((day) => day.trackedSeconds)).toEqual([300, 300, 0, 0, 0, 0, 0]);
  expect(week.days.map((day) => day.breakSeconds)).toEqual([0, 60, 0, 0, 0, 0, 0]);
  expect(week.days.map((day) => day.plannedSeconds)).toEqual([0, 0, 0, 3600, 0, 0, 0]);
  const projects = week.days.map((day) => day.projects.map(({ seconds: sum }) => sum));
  expect(projects).toEqual([[300], [300], [], [], [], [], []]);
  expect(week.trackedSeconds).toBe(600);

  const settings = { currentWorkspaceId: 2, timezone: 'UTC', timeFormat: '12h' } as const;
  core.store.setFocusSettings(MINE, { ...settings, weekStartsOn: 0, readAt: at('08:00') });
  await core.command({ type: 'show/week', at: at('12:00') });
  expect(shown(core, 'week').week.startAt).toBe(days(-2, '00:00'));
  expect(core.snapshot().settings).toMatchObject({ weekStartsOn: 0, hours: '12h' });
});

it('shows how much a range holds, whose entries are looked up a stretch at a time', async () => {
  const core = await connected();
  for (let day = 0; day < 30; day += 1) {
    const description = day % 3 === 0 ? 'Müller & Söhne' : 'Review';
    const startAt = days(-day, '06:00');
    core.store.putEntry(MINE, entry(`d${day}`, delivered(100 + day), { startAt, description }));
  }
  await core.command({ type: 'show/range', fromAt: days(-20, '00:00'), toAt: days(1, '00:00') });
  expect(shown(core, 'range').range).toMatchObject({ count: 21, trackedSeconds: 21 * 600 });
  const page = core.stint.search({ kind: 'entries', text: '', offset: 19, count: 5 });
  expect(page.ok && page.value.entries.map(({ id }) => id)).toEqual(['d19', 'd20']);
  const found = core.stint.search({ kind: 'entries', text: 'muller', offset: 0, count: 2 });
  expect(found.ok && found.value).toMatchObject({ total: 7, trackedSeconds: 7 * 600 });
  expect(found.ok && found.value.entries.map(({ id }) => id)).toEqual(['d0', 'd3']);
});

it('shows all entries of one task, and refuses one that nobody knows', async () => {
  const core = await connected();
  core.store.putEntry(MINE, entry('a', delivered(70), { startAt: days(-40, '09:00') }));
  core.store.putEntry(MINE, entry('b', delivered(71), { startAt: at('09:00'), task: task(2) }));
  await core.command({ type: 'show/task', taskId: 1 });
  const { entries } = shown(core, 'task');
  expect(entries).toMatchObject({ count: 1, trackedSeconds: 600, task: { name: 'Schema work' } });
  const found = core.stint.search({ kind: 'entries', text: '', offset: 0, count: 9 });
  expect(found.ok && found.value.entries.map(({ id }) => id)).toEqual(['a']);
  const unknown = await core.command({ type: 'show/task', taskId: 99 });
  expect(unknown).toEqual({ ok: false, error: { kind: 'unknown-task' } });
});

it('refuses a range that ends before it begins', async () => {
  const core = await connected();
  const result = await core.command({ type: 'show/range', fromAt: at('10:00'), toAt: at('09:00') });
  expect(result).toEqual({ ok: false, error: { kind: 'no-length' } });
});

it('forgets what was shown of another account', async () => {
  const core = await connected();
  await core.command({ type: 'show/day', at: days(-1, '12:00') });
  await core.command({ type: 'account/disconnect', evenIfWaiting: false });
  expect(core.snapshot().shown).toEqual({ kind: 'today' });
  await core.command({
    type: 'account/connect',
    credential: { kind: 'key', key: 'toggl_sk_other' },
    place: { kind: 'ids', organizationId: 1, workspaceId: 3 },
  });
  expect(core.snapshot().shown).toEqual({ kind: 'today' });
});

it('offers the block that covers this moment, of several the one that began last', async () => {
  const core = createCore();
  const block = { task: undefined, completedAt: undefined, taskId: 1 };
  core.focus.timeBlocks = [
    { ...block, id: 1, startAt: at('07:00'), seconds: seconds(7200), description: 'long' },
    { ...block, id: 2, startAt: at('08:00'), seconds: seconds(600), description: 'now' },
    { ...block, id: 3, startAt: at('08:30'), seconds: seconds(600), description: 'later' },
  ];
  await core.connect();
  expect(core.snapshot().plannedNow).toMatchObject({ id: 2, task: { name: 'Schema work' } });
  await core.command({ type: 'timer/start', taskId: 1, timeBlockId: 2 });
  await core.time.pass(300_000);
  await core.command({ type: 'timer/stop' });
  expect(core.snapshot().plannedNow).toMatchObject({ id: 2, doneSeconds: 300 });
  await core.time.pass(600_000);
  expect(core.snapshot().plannedNow).toMatchObject({ id: 1 });
});

it('shows planned entries apart from what was tracked', async () => {
  const core = createCore();
  core.focus.entries.push(
    focusEntry(7, {
      startAt: undefined,
      seconds: undefined,
      plannedStartAt: at('13:00'),
      plannedSeconds: seconds(1800),
    }),
  );
  core.focus.api.streamEntries = () =>
    Promise.resolve({ ok: true, value: listing(core.focus.entries), quota: undefined });
  await core.connect();
  const { today } = core.snapshot();
  expect(today.planned).toMatchObject([{ kind: 'entry', id: 7, seconds: 1800 }]);
  expect(today.entries).toEqual([]);
  expect(today.trackedSeconds).toBe(0);
});
