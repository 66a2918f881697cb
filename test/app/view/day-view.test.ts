import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { trackedSeconds } from '../../../src-main/domain/day/tracked-total.ts';
import {
  breakSeconds,
  projectTotals,
} from '../../../src-main/domain/day/break-and-project-totals.ts';
import type { Entry } from '../../../src-main/domain/entry.ts';
import { isShown } from '../../../src-main/domain/day/occupied-span.ts';
import { ACCOUNT, openEditRig as open } from '../../support/core/edit-rig.ts';
import { over } from '../../support/core/occupied-spans.ts';
import { at, delivered, entry, seconds, session, task } from '../../support/values.ts';

const a = over('a', '09:00-10:00');
const b = over('b', '09:40-10:20');

it('shows a day with everything that a person may want to mend', () => {
  const away = { ...over('c', '12:00-12:30', { type: 'break' }), delivery: delivered(71) };
  const rig = open([a, b, away], '13:00');
  rig.store.putEntry(ACCOUNT, entry('gone', delivered(72), { presence: 'removed' }));
  const day = rig.day(at('12:00'));
  expect(day.entries.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  expect(day).toMatchObject({
    trackedSeconds: 6000,
    breakSeconds: 1800,
    projects: [{ name: undefined, seconds: 6000 }],
    gaps: [
      { startAt: at('10:20'), endAt: at('12:00') },
      { startAt: at('12:30'), endAt: at('13:00') },
    ],
    overlaps: [{ earlierId: 'a', laterId: 'b', startAt: at('09:40'), endAt: at('10:00') }],
    removed: [{ id: 'gone' }],
    planned: [],
    readAt: undefined,
  });
});

it('shows what is planned with what was done of it, and no gap behind a day that is over', () => {
  const rig = open([{ ...a, timeBlockId: 5 }], '13:00');
  const plan = { task: task(1), description: undefined, startAt: at('09:00') };
  const block = { ...plan, kind: 'block', id: 5, seconds: seconds(7200) } as const;
  const planned = { ...plan, kind: 'entry', id: 5, seconds: seconds(600) } as const;
  rig.store.putPlans(ACCOUNT, [block, { ...block, id: 6 }]);
  rig.store.putPlans(ACCOUNT, [planned]);
  expect(rig.day(at('12:00')).planned).toEqual(
    expect.arrayContaining([
      { ...block, doneSeconds: 3600 },
      { ...block, id: 6, doneSeconds: 0 },
      { ...planned, doneSeconds: 0 },
    ]),
  );
  expect(rig.day(at('12:00') - 86_400_000).gaps).toEqual([]);
});

it('ends the last gap where the session starts', () => {
  const rig = open([a], '13:00');
  rig.store.setSession(ACCOUNT, session({ startAt: at('11:00') }));
  expect(rig.day(at('12:00')).gaps).toEqual([{ startAt: at('10:00'), endAt: at('11:00') }]);
});

/** One every half minute from midnight on, by two projects and with breaks, oldest first. */
function crowd(count: number): Entry[] {
  return Array.from({ length: count }, (_, index) => ({
    ...entry(`n${index}`, delivered(100 + index), {
      startAt: (at('00:00') + index * 30_000) as Instant,
      seconds: seconds(20),
      type: index % 7 === 0 ? 'break' : 'activity',
      task: { ...task(1 + (index % 3)), projectName: index % 2 === 0 ? 'Tea' : 'Paper' },
    }),
    origin: 'server',
  }));
}

it('lists the newest of a day of hundreds, and sums up all of it', () => {
  const night = { ...over('night', '00:00-23:00'), delivery: delivered(71) };
  const rig = open([night, ...crowd(1_000)], '23:30');
  rig.store.putEntry(ACCOUNT, entry('gone', delivered(72), { presence: 'removed' }));
  const day = rig.day(at('12:00'));
  expect([day.entries.length, day.notListed]).toEqual([480, 521]);
  expect(day.entries[0]).toMatchObject({ id: 'n999' });
  expect(day.entries[479]).toMatchObject({ id: 'n520' });
  // Nothing is said to be a gap where something that is not listed lies.
  expect(day.gaps).toEqual([{ startAt: at('23:00'), endAt: at('23:30') }]);
  const all = rig.store.entriesBetween(ACCOUNT, day.startAt, day.endAt).filter(isShown);
  expect(day.trackedSeconds).toBe(trackedSeconds(all, day));
  expect(day.breakSeconds).toBe(breakSeconds(all, day));
  expect(day.projects).toEqual(projectTotals(all, day));
  expect(day.projects).toHaveLength(3);
});

it.each([479, 480, 481])('lists all that there is room for, of %s entries', (count) => {
  const day = open(crowd(count), '23:30').day(at('12:00'));
  expect(day.entries.length + day.notListed).toBe(count);
  expect(day.notListed).toBe(Math.max(0, count - 480));
  expect(day.trackedSeconds + day.breakSeconds).toBe(count * 20);
});

it('counts those that begin in one moment once, listed or not', () => {
  const twins = crowd(600).map((each) => ({ ...each, startAt: at('09:00') }));
  const day = open(twins, '23:30').day(at('12:00'));
  expect([day.entries.length, day.notListed]).toEqual([480, 120]);
});

it('lists what needs the person beside the newest of hundreds, and counts it once', () => {
  const refusal = { status: 422, reason: 'locked' };
  const [oldest, ...others] = crowd(1_000);
  const refused = { ...oldest!, delivery: { ...delivered(100), refused: refusal } } as Entry;
  const day = open([refused, ...others], '23:30').day(at('12:00'));
  expect([day.entries.length, day.notListed]).toEqual([481, 519]);
  expect(day.entries.at(-1)).toMatchObject({ id: 'n0', delivery: { state: 'rejected' } });
});
