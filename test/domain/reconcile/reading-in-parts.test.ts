import { expect, it } from 'vitest';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import type { Entry } from '../../../src-main/domain/entry.ts';
import { merge } from '../../../src-main/domain/reconcile/reconcile-reading.ts';
import { concludeAll, reconcile } from '../../support/core/whole-reading.ts';
import type { Window } from '../../../src-main/domain/reconcile/missing-from-reading.ts';
import { at, delivered, entry, focusEntry, seconds } from '../../support/values.ts';

const unknown = { state: 'unknown', sinceAt: at('09:10') } as const;
const NOW = at('09:20:10');
const window: Window = {
  fromAt: at('08:00'),
  toAt: at('10:00'),
  readAt: NOW,
  graceEndedFor: at('09:20'),
  leftOut: [],
};

function missed(local: Entry): ReturnType<typeof concludeAll> {
  return concludeAll([local], window, new Set());
}

it('takes over what a part shows and concludes nothing from what it does not', () => {
  const local = [entry('a', unknown), entry('b', delivered(71)), entry('c', delivered(72))];
  const found = [focusEntry(70), focusEntry(71, { seconds: seconds(900) })];
  const { put, removeIds, adopted, requeued } = merge(local, found, NOW);
  expect(put.map(({ id }) => id)).toEqual(['a', 'b']);
  expect({ removeIds, adopted, requeued }).toEqual({ removeIds: [], adopted: 1, requeued: 0 });
});

it('writes nothing where nothing is new', () => {
  const known = entry('a', delivered(70));
  expect(merge([known], [focusEntry(70)], NOW).put).toEqual([]);
});

it('skips what is planned or runs there, and does not take ours for deleted', () => {
  const ours = [entry('a', delivered(70)), entry('b', delivered(71))];
  const found = [focusEntry(70, { seconds: undefined }), focusEntry(71, { startAt: undefined })];
  expect(merge(ours, found, NOW)).toMatchObject({ put: [] });
  expect(reconcile(ours, { ...window, entries: found })).toMatchObject({ put: [], removeIds: [] });
});

it('concludes, once all parts were merged, from what none of them showed', () => {
  const local = [entry('a', unknown), entry('b', delivered(71)), entry('c', delivered(72))];
  const result = concludeAll(local, window, new Set([72]));
  expect(result).toMatchObject({ removeIds: ['b'], requeued: 1, adopted: 0 });
  expect(result.put).toMatchObject([{ id: 'a', delivery: { state: 'queued' } }]);
});

it.each(['archiving', 'archived', 'unarchiving'] as const)(
  'takes nothing for deleted that is %s: a reading may leave the archive out',
  (archiveState) => {
    const ours = entry('a', delivered(70), { archiveState });
    expect(missed(ours)).toMatchObject({ put: [], removeIds: [] });
    // Its id was never learnt, so that nobody told its archive.
    expect(missed({ ...ours, delivery: delivered() }).put).toMatchObject([
      { delivery: { state: 'rejected' } },
    ]);
  },
);

it('takes the archive over, unless the person has changed it since', () => {
  const found = focusEntry(70, { archivedAt: at('09:30') });
  const after = (
    archiveState: Entry['archiveState'],
    there = found,
  ): Entry['archiveState'] | undefined =>
    merge([entry('a', delivered(70), { archiveState, seconds: seconds(60) })], [there], NOW).put[0]
      ?.archiveState;
  expect(after('none')).toBe('archived');
  expect(after('archived', focusEntry(70))).toBe('none');
  expect(after('unarchiving')).toBe('unarchiving');
  expect(after('archiving', focusEntry(70))).toBe('archiving');
  expect(merge([], [found], NOW).put).toMatchObject([
    { id: 'server:70', archiveState: 'archived' },
  ]);
});

it('takes the planned block over where it is named', () => {
  const ours = entry('a', delivered(70), { timeBlockId: 5 });
  const [named] = merge([ours], [focusEntry(70, { timeBlockId: 6 })], NOW).put;
  expect(named?.timeBlockId).toBe(6);
  expect(merge([ours], [focusEntry(70)], NOW).put).toEqual([]);
  expect(merge([], [focusEntry(70, { timeBlockId: 6 })], NOW).put).toMatchObject([
    { timeBlockId: 6 },
  ]);
});

it('is in conflict where an entry was changed here and there', () => {
  const ours = entry('a', delivered(70), {
    description: 'mine',
    sent: valuesOf(entry('a', delivered(70))),
  });
  const found = [focusEntry(70, { description: 'theirs' })];
  expect(merge([ours], found, NOW).put).toMatchObject([
    { description: 'mine', sent: { description: 'theirs', conflict: true } },
  ]);
});

it('takes a description for unchanged that the list leaves out', () => {
  const before = valuesOf(entry('a', delivered(70), { description: 'before' }));
  const ours = entry('a', delivered(70), { description: 'mine', sent: before });
  expect(merge([ours], [focusEntry(70)], NOW).put).toEqual([]);
});

it('has nothing left to decide where an entry in conflict was deleted there', () => {
  const sent = { ...valuesOf(entry('a', delivered(70))), conflict: true } as const;
  const ours = entry('a', delivered(70), { description: 'mine', sent });
  const result = missed(ours);
  expect(result.removeIds).toEqual([]);
  expect(result.put).toMatchObject([
    { description: 'mine', delivery: { refused: { status: 404 } } },
  ]);
  expect(result.put[0]?.sent?.conflict).toBeUndefined();
  // Deleted here as well: the delete will tell.
  expect(missed({ ...ours, presence: 'removing' }).put).toEqual([]);
});
