import { expect, it } from 'vitest';
import type { Instant, Snapshot } from '#contract';
import { createClock } from '../../../src-main/adapters/clock/wall-clock.ts';
import { accountId } from '../../../src-main/app/state/connection-and-live-state.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { at, delivered, entry } from '../../support/values.ts';

const MINE = accountId({ kind: 'focus', organizationId: 1, workspaceId: 2 });
const HOUR = 3_600_000;

async function connected(): Promise<{ core: Core; pushed: Snapshot[] }> {
  const core = createCore();
  await core.connect();
  const pushed: Snapshot[] = [];
  core.stint.onSnapshot((next) => pushed.push(next));
  return { core, pushed };
}

/** The person is in another zone now; nothing has told Stint yet. */
function travel(core: Core, zone: string): void {
  const clock = createClock(zone);
  Object.assign(core.time, {
    zone: () => clock.zone(),
    dayOf: (instant: Instant) => clock.dayOf(instant),
    weekdayOf: (instant: Instant) => clock.weekdayOf(instant),
    sameTime: (instant: Instant, from: string) => clock.sameTime(instant, from),
  } satisfies Partial<Core['time']>);
}

const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16);
const today = ({ today: { startAt } }: Snapshot) => iso(startAt);

it('tells of the new day at its border while nothing runs, with one timer', async () => {
  const { core, pushed } = await connected();
  core.store.putEntry(MINE, entry('a', delivered(70)));
  const { endAt } = core.snapshot().today;
  await core.time.pass(endAt - core.time.now() - 1);
  expect(pushed).toEqual([]);
  await core.time.pass(1);
  expect(pushed.map((next) => [today(next), next.today.trackedSeconds])).toEqual([[iso(endAt), 0]]);
  expect(core.time.pending()).toBe(1);
  await core.time.pass(24 * HOUR);
  expect(pushed).toHaveLength(2);
});

it('tells of the new day at a wake-up, where the timer slept along', async () => {
  const { core, pushed } = await connected();
  core.time.setWall(core.time.now() + 30 * HOUR);
  core.stint.wake();
  await core.time.pass(0);
  expect(pushed.map(today)).toEqual(['2026-11-25T00:00']);
});

it('tells of another zone when it looks, with its day and its name, and moves no instant', async () => {
  const { core, pushed } = await connected();
  core.store.putEntry(MINE, entry('a', delivered(70), { startAt: at('09:00') }));
  travel(core, 'Pacific/Apia');
  expect(core.stint.lookAtClock()).toBe(true);
  expect(core.stint.lookAtClock()).toBe(false);
  await core.time.pass(0);
  expect(pushed.map((next) => [next.zone, today(next)])).toEqual([
    ['Pacific/Apia', '2026-11-23T11:00'],
  ]);
  expect(core.store.entry('a')?.startAt).toBe(at('09:00'));
  expect(core.snapshot().today.entries.map(({ startAt }) => startAt)).toEqual([at('09:00')]);
});

it('keeps the dates of the day, the week and the range that are shown', async () => {
  const { core } = await connected();
  const day = at('12:00') - 48 * HOUR;
  await core.command({ type: 'show/day', at: day });
  travel(core, 'Pacific/Apia');
  core.stint.wake();
  expect(core.snapshot().shown).toMatchObject({
    kind: 'day',
    day: {
      startAt: Date.parse('2026-11-22T00:00+13:00'),
      endAt: Date.parse('2026-11-23T00:00+13:00'),
    },
  });
  await core.command({ type: 'show/week', at: day });
  travel(core, 'America/St_Johns');
  core.stint.wake();
  const { shown } = core.snapshot();
  if (shown.kind !== 'week') throw new Error(shown.kind);
  expect(shown.week.days.map(({ startAt }) => startAt)).toEqual(
    [23, 24, 25, 26, 27, 28, 29].map((date) => Date.parse(`2026-11-${date}T00:00-03:30`)),
  );
  const [fromAt, toAt] = [
    Date.parse('2026-11-01T00:00-02:30'),
    Date.parse('2026-12-01T00:00-03:30'),
  ];
  await core.command({ type: 'show/range', fromAt, toAt });
  travel(core, 'UTC');
  core.stint.wake();
  expect(core.snapshot().shown).toMatchObject({
    range: {
      startAt: Date.parse('2026-11-01T00:00Z') as Instant,
      endAt: Date.parse('2026-12-01T00:00Z'),
    },
  });
});

it('looks at once where the system tells of another zone', async () => {
  const core = createCore();
  let tell = (): unknown => undefined;
  Object.assign(core.time, {
    onZone: (changed: () => unknown) => {
      tell = changed;
      return () => undefined;
    },
  });
  await core.restart();
  await core.connect();
  const zones: string[] = [];
  core.stint.onSnapshot(({ zone }) => zones.push(zone));
  travel(core, 'Pacific/Apia');
  tell();
  await core.time.pass(0);
  expect(zones).toEqual(['Pacific/Apia']);
});
