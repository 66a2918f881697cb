import { expect, it } from 'vitest';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import type { Entry, Sent } from '../../../src-main/domain/entry.ts';
import { at, delivered, entry, seconds } from '../../support/values.ts';
import { plan } from '../../support/core/outbox.ts';

const NONE = new Set<string>();

function updated(id: string, serverId: number, more: Partial<Entry> = {}): Entry {
  const there = entry(id, delivered(serverId), more);
  return { ...there, seconds: seconds(900), sent: { ...valuesOf(there), ...more.sent } };
}

const noted = (flags: Partial<Sent>): Partial<Entry> => ({
  sent: { ...valuesOf(entry('a', delivered(70))), ...flags },
});

it('looks before it tells an update that had to wait', () => {
  const changed = [updated('a', 70), updated('b', 71)];
  expect(plan({ changed })).toMatchObject({ do: 'change', change: 'update' });
  expect(plan({ changed, lookedUp: NONE })).toEqual({ do: 'look-up', entries: changed });
  expect(plan({ changed, lookedUp: new Set(['a']) })).toEqual({
    do: 'look-up',
    entries: [changed[1]],
  });
  expect(plan({ changed, lookedUp: new Set(['a', 'b']) })).toMatchObject({ do: 'change' });
});

it('looks at those of one week at a time', () => {
  const changed = [
    updated('a', 70),
    updated('b', 71, { startAt: at('09:00') }),
    updated('c', 72, { startAt: (at('09:00') + 8 * 86_400_000) as Entry['startAt'] }),
  ];
  expect(plan({ changed, lookedUp: NONE })).toMatchObject({ entries: [{ id: 'a' }, { id: 'b' }] });
  expect(plan({ changed, lookedUp: new Set(['a', 'b']) })).toMatchObject({
    do: 'look-up',
    entries: [{ id: 'c' }],
  });
});

it('tells at once what a look could say nothing about', () => {
  const lookedUp = NONE;
  const removing = entry('a', delivered(70), { presence: 'removing' });
  expect(plan({ changed: [removing], lookedUp })).toMatchObject({ change: 'delete' });
  const unsure = updated('a', 70, noted({ unsure: true }));
  expect(plan({ changed: [unsure], lookedUp })).toMatchObject({ change: 'update' });
  const decided = updated('a', 70, noted({ replace: true }));
  expect(plan({ changed: [decided], lookedUp })).toMatchObject({ change: 'update' });
});

it('tells others meanwhile, and waits for the next read where only the reserve of the quota is left', () => {
  const readsPausedUntil = at('10:30');
  const update = updated('a', 70);
  const removing = entry('b', delivered(71), { presence: 'removing' });
  const held = { lookedUp: NONE, readsPausedUntil };
  expect(plan({ changed: [update, removing], ...held })).toMatchObject({
    do: 'change',
    change: 'delete',
    entries: [removing],
  });
  expect(plan({ changed: [update], ...held })).toEqual({ do: 'wait', untilAt: readsPausedUntil });
});
