import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { fateOf, suspectsAfter, takeBatch } from '../../src-main/domain/batch.ts';
import type { Entry } from '../../src-main/domain/entry.ts';
import { at, entry } from '../support/values.ts';

function queue(size: number, description?: string): Entry[] {
  return Array.from({ length: size }, (_, index) =>
    entry(
      `q${index}`,
      { state: 'queued' },
      {
        startAt: (at('00:00') + index * 1000) as Instant,
        description,
      },
    ),
  );
}

it('takes at most a thousand entries, oldest first', () => {
  expect(takeBatch(queue(1500), 0).map(({ id }) => id)).toEqual(queue(1000).map(({ id }) => id));
});

it('takes no more than a megabyte, and at least one entry', () => {
  const long = queue(100, 'x'.repeat(3_000));
  const batch = takeBatch(long, 0);
  expect(JSON.stringify(batch).length).toBeLessThan(1_000_000);
  expect(batch.length).toBeGreaterThan(30);
  expect(takeBatch(queue(2, 'x'.repeat(400_000)), 0)).toHaveLength(1);
});

it('goes on with the same suspects when nothing left the queue', () => {
  expect(suspectsAfter(8, 4, 'stayed')).toBe(8);
});

it('tells the fate of a batch from its verdict', () => {
  expect(fateOf({ kind: 'delivered', serverId: undefined })).toBe('left');
  expect(fateOf({ kind: 'unknown', hold: undefined })).toBe('left');
  expect(fateOf({ kind: 'rejected', status: 400, reason: '' })).toBe('refused');
  expect(fateOf({ kind: 'wait', hold: { reason: 'offline' } })).toBe('stayed');
});

it('isolates each poison entry and delivers all others, by few requests', () => {
  const sizes = fc.integer({ min: 2, max: 400 });
  const poisons = fc.uniqueArray(fc.nat(399), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(sizes, poisons, (size, wanted) => {
      const bad = new Set(wanted.filter((index) => index < size).map((index) => `q${index}`));
      let queued = queue(size);
      const rejected: string[] = [];
      let suspects = 0;
      let requests = 0;
      while (queued.length > 0) {
        const batch = takeBatch(queued, suspects);
        requests += 1;
        const refused = batch.some(({ id }) => bad.has(id));
        if (refused && batch.length === 1) rejected.push(batch[0]!.id);
        if (!refused || batch.length === 1) queued = queued.slice(batch.length);
        suspects = suspectsAfter(suspects, batch.length, refused ? 'refused' : 'left');
      }
      expect(new Set(rejected)).toEqual(bad);
      expect(requests).toBeLessThanOrEqual(1 + bad.size * (3 + Math.ceil(Math.log2(size))));
    }),
  );
});
