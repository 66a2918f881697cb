import { expect, it } from 'vitest';
import type { Delivery, Entry } from '../../../src-main/domain/entry.ts';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import { LATE_MS } from '../../../src-main/domain/sync/late-requests.ts';
import { concludeAll, reconcile } from '../../support/core/whole-reading.ts';
import type { Window } from '../../../src-main/domain/reconcile/missing-from-reading.ts';
import { at, delivered, entry, focusEntry } from '../../support/values.ts';

/** What follows from it that a reading does not show an entry. */

const SENT = at('09:10');
const window: Window = {
  fromAt: at('08:00'),
  toAt: at('10:00'),
  readAt: at('09:20:10'),
  graceEndedFor: at('09:20'),
  leftOut: [],
};
const NAMELESS: Delivery = {
  state: 'delivered',
  serverId: undefined,
  refused: undefined,
  sentAt: SENT,
};
const known = (change: Partial<Entry> = {}, delivery = delivered(70)) =>
  entry('a', delivery, change);
const values = valuesOf(known());
const elsewhere = { ...values, startAt: at('12:00') };

/** Undefined where it is gone. */
function missed(ours: Entry, change: Partial<Window> = {}): Entry | undefined {
  const { put, removeIds } = concludeAll([ours], { ...window, ...change }, new Set());
  return removeIds.length > 0 ? undefined : (put[0] ?? ours);
}

it('stays in question, however long after', () => {
  const delivery = { state: 'unknown', sinceAt: SENT, alike: [{ serverId: 7 }] } as const;
  const open = known({}, delivery);
  expect(missed(open)).toBe(open);
});

it('is not taken for gone where one of several updates may have moved it out of sight', () => {
  const moved = known({ late: { sinceAt: SENT, updates: [values, elsewhere] } });
  expect(missed(moved)).toBe(moved);
});

it('stays in conflict where an update without an answer may have moved it out of sight', () => {
  const sent = { ...values, conflict: true } as const;
  const open = known({ description: 'mine', sent: { ...sent, unsure: true } });
  expect(missed(open)).toBe(open);
  expect(missed({ ...open, sent })?.delivery).toMatchObject({ refused: { status: 404 } });
});

it('is looked for once more within the grace of its request, and not from the end of that on', () => {
  const state = (graceEndedFor: string) =>
    missed(known({}, NAMELESS), { graceEndedFor: at(graceEndedFor) })?.delivery.state;
  expect(state('09:09:59')).toBe('delivered');
  expect(state('09:10')).toBe('rejected');
});

it.each<[string, Partial<Entry>]>([
  ['changed', { description: 'mine', sent: values }],
  ['archived', { archiveState: 'archiving' }],
  ['brought back', { presence: 'restoring' }],
])(
  'is left to the person where it was %s here, though others of its request are there',
  (_, change) => {
    const other = entry('b', NAMELESS, { startAt: at('09:30') });
    const entries = [focusEntry(71, { startAt: at('09:30') })];
    const { put, removeIds } = reconcile([known(change, NAMELESS), other], { ...window, entries });
    expect(removeIds).toEqual([]);
    expect(put.find(({ id }) => id === 'a')).toMatchObject({
      presence: 'kept',
      delivery: { state: 'rejected', status: 0 },
    });
  },
);

it('is sent no more where it was deleted here before its id was known', () => {
  const { put, requeued } = concludeAll(
    [known({ presence: 'removing' }, NAMELESS)],
    window,
    new Set(),
  );
  expect(put).toMatchObject([{ presence: 'removed' }]);
  expect(requeued).toBe(0);
});

it('is told as a whole where it may be in the archive, and an update may have undone what is wanted', () => {
  const late = { sinceAt: SENT, updates: [{ ...values, description: 'older' }] };
  const hidden = known({ archiveState: 'archived', late, lookAt: SENT });
  const readAt = at('10:00');
  expect(readAt - SENT).toBeGreaterThan(LATE_MS);
  expect(missed(hidden, { readAt })?.sent).toEqual({ ...values, unsure: true });
  const waiting = { ...hidden, archiveState: 'archiving' as const };
  expect(missed(waiting, { readAt })?.sent).toBeUndefined();
});

it.each(['delete', 'archive'] as const)(
  'is left to the person where a change was refused, though a %s may have come late',
  (deed) => {
    const refused = { status: 403, reason: '' };
    const late = { sinceAt: SENT, deeds: [deed] };
    const locked = known({ late }, { ...NAMELESS, serverId: 70, refused });
    expect(missed(locked)).toBe(locked);
    expect(missed({ ...locked, delivery: delivered(70) })).not.toBe(locked);
  },
);
