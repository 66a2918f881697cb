import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import {
  fateOfChange,
  suspectsAfter,
  takeChanges,
} from '../../../src-main/domain/sync/bulk-batches.ts';
import { pendingChange, valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import { isKnown, type KnownEntry } from '../../../src-main/domain/sync/server-id.ts';
import type { Entry } from '../../../src-main/domain/entry.ts';
import { at, delivered, entry, seconds } from '../../support/values.ts';
import { plan } from '../../support/core/outbox.ts';

function many(size: number, change: Partial<Entry>, firstId = 70): readonly KnownEntry[] {
  return Array.from({ length: size }, (_, index) =>
    entry(`e${index}`, delivered(firstId + index), {
      startAt: (at('00:00') + index * 1000) as Instant,
      ...change,
    }),
  ).filter(isKnown);
}

const removing = { presence: 'removing' } as const;
const sent = valuesOf(entry('a', delivered(70)));
const longer = { seconds: seconds(900), sent };

it('tells the same change of several entries at once, and another one after it', () => {
  const [first, second, third, fourth] = many(4, removing);
  const changed = [first!, { ...second!, presence: 'kept', ...longer } as const, third!, fourth!];
  expect(plan({ changed })).toEqual({
    do: 'change',
    change: 'delete',
    entries: [first, third, fourth],
  });
  expect(plan({ changed: changed.slice(1, 2) })).toMatchObject({ change: 'update' });
});

it.each(['archiving', 'unarchiving'] as const)(
  'tells one entry at a time that is %s',
  (archiveState) => {
    const changed = many(3, { archiveState });
    expect(plan({ changed })).toMatchObject({ do: 'change', entries: [changed[0]] });
  },
);

it('replaces one entry at a time, and takes none of those into a bulk', () => {
  const replaced = { ...longer, sent: { ...sent, replace: true } } as const;
  const [first, second] = many(2, replaced);
  const others = many(2, longer, 80);
  const alone = { do: 'change', change: 'update', entries: [first] };
  expect(plan({ changed: [first!, second!, ...others] })).toEqual(alone);
  expect(plan({ changed: [others[0]!, first!, others[1]!] })).toMatchObject({ entries: others });
  // What is deleted is not replaced any more.
  const doomed = { ...first!, ...removing };
  expect(plan({ changed: [...many(1, removing), doomed] })).toMatchObject({
    entries: [{ id: 'e0' }, doomed],
  });
});

it('tells at most a thousand updates at once', () => {
  expect(takeChanges('update', many(1200, longer), 0)).toHaveLength(1000);
  expect(takeChanges('update', many(1000, longer, 123_456_789), 0)).toHaveLength(1000);
});

it.each(['delete', 'restore'] as const)(
  'keeps the address of a %s below 8000 characters',
  (change) => {
    const ids = takeChanges(change, many(1000, removing, 123_456_789), 0).map(
      ({ delivery }) => delivery.serverId,
    );
    const { length } = encodeURIComponent(ids.join(','));
    expect(length).toBeLessThan(7_700);
    expect(length).toBeGreaterThan(7_500);
    expect(takeChanges(change, many(1000, removing, 1), 0).length).toBe(1000);
  },
);

it('looks for the one that makes a bulk be refused as among entries to be created', () => {
  expect(takeChanges('delete', many(8, removing), 8)).toHaveLength(4);
  expect(takeChanges('archive', many(8, removing), 8)).toHaveLength(1);
  expect(plan({ changed: many(8, removing), changeSuspects: 2 })).toMatchObject({
    entries: [{ id: 'e0' }],
  });
});

it('tells the fate of a bulk from its verdict', () => {
  expect(fateOfChange({ kind: 'done' })).toBe('left');
  expect(fateOfChange({ kind: 'held' })).toBe('stayed');
  expect(fateOfChange({ kind: 'unclear' })).toBe('stayed');
  expect(fateOfChange({ kind: 'gone' })).toBe('refused');
  expect(fateOfChange({ kind: 'refused', status: 422, reason: '' })).toBe('refused');
});

it('isolates each entry that is refused and tells all others, by few requests', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 200 }), fc.nat(199), (size, wanted) => {
      const bad = `e${wanted % size}`;
      let changed: readonly Entry[] = many(size, removing);
      let changeSuspects = 0;
      let requests = 0;
      while (changed.length > 0) {
        const step = plan({ changed, changeSuspects });
        const entries = step.do === 'change' ? step.entries : [];
        requests += 1;
        const isRefused = entries.some(({ id }) => id === bad);
        const gone = !isRefused || entries.length === 1 ? entries.length : 0;
        changed = changed.slice(gone);
        changeSuspects = suspectsAfter(
          changeSuspects,
          entries.length,
          isRefused ? 'refused' : 'left',
        );
      }
      expect(requests).toBeLessThanOrEqual(3 + Math.ceil(Math.log2(size)) * 2);
    }),
  );
});

it('tells of one entry what is to be told of it, one after the other', () => {
  const both = { ...many(1, longer)[0]!, archiveState: 'archiving' } as const;
  expect(pendingChange(both)).toBe('update');
  expect(pendingChange({ ...both, sent: undefined })).toBe('archive');
});
