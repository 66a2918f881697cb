import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  edited,
  pendingChange,
  removed,
  sameValues,
  valuesOf,
} from '../../../src-main/domain/sync/pending-change.ts';
import type { Entry, Late, Sent, Values } from '../../../src-main/domain/entry.ts';
import { merged, resolved } from '../../../src-main/domain/reconcile/three-way-merge.ts';
import { afterChange } from '../../../src-main/domain/sync/entry-after-response.ts';
import { at, delivered, entry, seconds, task } from '../../support/values.ts';

const base = valuesOf(entry('a', delivered(70), { description: 'before' }));

function changed(mine: Partial<Values>, sent: Sent = base): Entry & { readonly sent: Sent } {
  return { ...entry('a', delivered(70)), ...base, ...mine, sent };
}

function merge(mine: Partial<Values>, theirs: Partial<Values>): Entry {
  const ours = changed(mine);
  return { ...ours, ...merged(ours, { ...base, ...theirs }) };
}

const longer = { seconds: seconds(900) };

it('takes over what was changed there only, and still tells what was changed here only', () => {
  const both = merge({ description: 'mine' }, { ...longer, task: task(2) });
  const theirs = { ...base, ...longer, task: task(2) };
  expect(both).toMatchObject({ ...theirs, description: 'mine', sent: theirs });
  expect(pendingChange(both)).toBe('update');
});

it('has nothing to tell where both made the same change', () => {
  expect(merge(longer, longer)).toMatchObject({ seconds: 900, sent: undefined });
});

it.each([
  ['time', longer, { seconds: seconds(300) }],
  ['time', longer, { startAt: at('08:00') }],
  ['task', { task: task(2) }, { task: undefined }],
  ['description', { description: 'mine' }, { description: 'theirs' }],
] as const)('is in conflict where both changed the %s in their own way', (_, mine, theirs) => {
  const both = merge(mine, theirs);
  expect(both).toMatchObject({ ...mine, sent: { ...base, ...theirs, conflict: true } });
  expect(pendingChange(both)).toBeUndefined();
});

it('merges one by one what is not in conflict', () => {
  const both = merge({ description: 'mine', ...longer }, { description: 'theirs', task: task(2) });
  expect(both).toMatchObject({ description: 'mine', seconds: 900, task: task(2) });
  expect(both.sent).toEqual({ ...base, description: 'theirs', task: task(2), conflict: true });
});

it('knows late updates as its own by what was told, and not by what is still to be told', () => {
  const late = { sinceAt: at('07:00'), updates: [{ ...base, startAt: at('08:00') }] };
  const mine = { ...changed({ startAt: at('07:30'), ...longer }), late };
  const there = (theirs: Partial<Values>): Sent | undefined =>
    merged(mine, { ...base, ...theirs }).sent;
  expect(there({ startAt: at('08:00') })).toEqual({ ...base, startAt: at('08:00') });
  expect(there({ startAt: at('08:00'), ...longer })).toMatchObject({ ...longer, conflict: true });
});

it('takes one half of a time for its own only where an update given up told that half alone', () => {
  const told = { ...base, startAt: at('08:00'), ...longer };
  const there = (update: Late['updates']): Sent | undefined => {
    const mine = {
      ...changed({ startAt: at('07:30') }),
      late: { sinceAt: at('07:00'), updates: update },
    };
    return merged(mine, { ...base, ...longer }).sent;
  };
  expect(there([told])).toMatchObject({ ...longer, conflict: true });
  expect(there([{ ...told, only: 'seconds' }])).toEqual({ ...base, ...longer });
  expect(there([{ ...told, only: 'startAt' }])).toMatchObject({ ...longer, conflict: true });
});

const conflict = { ...base, description: 'theirs', conflict: true } as const;

it('follows what stands there as long as the conflict lasts, and ends it when both agree', () => {
  const waiting = changed({ description: 'mine' }, conflict);
  const later = { ...base, ...longer, description: 'later' };
  expect(merged(waiting, later)).toEqual({
    ...later,
    description: 'mine',
    sent: { ...later, conflict: true },
  });
  const agreed = { ...base, description: 'mine' };
  expect(merged(waiting, agreed)).toEqual({ ...agreed, sent: undefined });
});

it('stays in conflict whatever the person changes, but for what stands there', () => {
  const waiting = changed({ description: 'mine' }, conflict);
  expect(edited(waiting, longer)).toEqual({ ...waiting, ...longer });
  expect(edited(waiting, { description: 'theirs' }).sent).toBeUndefined();
  expect(pendingChange(removed(waiting))).toBe('delete');
});

it('is resolved for theirs by taking it, for mine by telling it as a whole', () => {
  const refused = {
    state: 'delivered',
    serverId: 70,
    refused: { status: 422, reason: '' },
  } as const;
  const waiting = { ...changed({ description: 'mine' }, conflict), delivery: refused };
  expect(resolved(waiting, 'theirs')).toEqual(entry('a', delivered(70), { description: 'theirs' }));
  const mine = resolved(waiting, 'mine');
  expect(mine).toMatchObject({ description: 'mine', delivery: delivered(70) });
  expect(mine.sent).toEqual({ ...valuesOf(conflict), replace: true });
  expect(pendingChange(mine)).toBe('update');
  const peaceful = changed(longer);
  expect(resolved(peaceful, 'mine')).toBe(peaceful);
  expect(resolved(entry('b', delivered(71)), 'theirs')).toEqual(entry('b', delivered(71)));
});

it('is told as a whole even where it is held back or something else is changed there', () => {
  const decided = changed({ description: 'mine' }, { ...base, replace: true });
  const leaving = { ...decided, sent: { ...decided.sent, unsure: true } } as const;
  expect(afterChange(leaving, 'update', decided, { kind: 'held' }).sent).toEqual(decided.sent);
  expect(merged(decided, { ...base, ...longer }).sent).toEqual({
    ...base,
    ...longer,
    replace: true,
  });
  expect(merged(decided, { ...base, description: 'again' }).sent).toMatchObject({ conflict: true });
});

const values: fc.Arbitrary<Values> = fc.record({
  startAt: fc.constantFrom(at('08:00'), at('09:00')),
  seconds: fc.constantFrom(seconds(60), seconds(600)),
  type: fc.constantFrom('activity', 'break'),
  task: fc.constantFrom(task(1), task(2), undefined),
  description: fc.constantFrom('a', 'b', undefined),
});

it('never tells what would destroy something that was changed there', () => {
  const groups = [['startAt', 'seconds'], ['type'], ['task'], ['description']] as const;
  fc.assert(
    fc.property(values, values, values, (from, mine, theirs) => {
      const ours = { ...entry('a', delivered(70)), ...mine, sent: from };
      const both = { ...ours, ...merged(ours, theirs) };
      const changedIn = (group: (typeof groups)[number], side: Values): boolean =>
        !sameValues({ ...side, ...part(group, from) }, side);
      const clash = groups.some(
        (group) =>
          changedIn(group, mine) &&
          changedIn(group, theirs) &&
          !sameValues({ ...mine, ...part(group, theirs) }, mine),
      );
      expect(both.sent?.conflict === true).toBe(clash);
      expect(pendingChange(both) === 'update').toBe(!clash && !sameValues(both, theirs));
      for (const group of groups) {
        const expected = changedIn(group, mine) ? mine : theirs;
        expect(part(group, both)).toEqual(part(group, expected));
      }
    }),
  );
});

function part(group: readonly (keyof Values)[], from: Values): Partial<Values> {
  return Object.fromEntries(group.map((name) => [name, from[name]]));
}

it('stays in conflict until the person decides, however often it is read', () => {
  const base = valuesOf(entry('a', delivered(70), { description: 'theirs' }));
  const open = entry('a', delivered(70), { description: 'mine' });
  const { sent } = merged({ ...open, sent: { ...base, conflict: true } }, base);
  expect(sent).toEqual({ ...base, conflict: true });
});
