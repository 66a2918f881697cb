import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { ACCOUNT, openMendRig as open } from '../support/mend-rig.ts';
import { over } from '../support/pieces.ts';
import { at, delivered, entry, seconds, session, task } from '../support/values.ts';

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
  const range = { startAt: at('00:00'), endAt: (at('00:00') + 86_400_000) as Instant };
  const plan = { task: task(1), description: undefined, startAt: at('09:00') };
  const block = { ...plan, kind: 'block', id: 5, seconds: seconds(7200) } as const;
  const planned = { ...plan, kind: 'entry', id: 5, seconds: seconds(600) } as const;
  rig.store.setPlans(ACCOUNT, 'block', range, [block, { ...block, id: 6 }]);
  rig.store.setPlans(ACCOUNT, 'entry', range, [planned]);
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
