import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { suspectsAfter, takeBatch } from '../../../src-main/domain/sync/bulk-batches.ts';
import type { Entry } from '../../../src-main/domain/entry.ts';
import {
  accepted,
  judged,
  NO_SUSPICION,
} from '../../../src-main/domain/sync/find-refused-entry.ts';
import { at, entry } from '../../support/values.ts';

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
  expect(takeBatch(queue(1500), NO_SUSPICION).map(({ id }) => id)).toEqual(
    queue(1000).map(({ id }) => id),
  );
});

it('takes no more than a megabyte, and at least one entry', () => {
  const long = queue(100, 'x'.repeat(3_000));
  const batch = takeBatch(long, NO_SUSPICION);
  expect(JSON.stringify(batch).length).toBeLessThan(1_000_000);
  expect(batch.length).toBeGreaterThan(30);
  expect(takeBatch(queue(2, 'x'.repeat(400_000)), NO_SUSPICION)).toHaveLength(1);
});

it('goes on with the same suspects when nothing left the queue', () => {
  expect(suspectsAfter(8, 4, 'stayed')).toBe(8);
});

it('suspects those that were refused together, and nobody behind one that was refused alone', () => {
  expect(suspectsAfter(0, 3, 'refused')).toBe(3);
  expect(suspectsAfter(0, 1, 'refused')).toBe(0);
  expect(suspectsAfter(4, 1, 'refused')).toBe(1);
  expect(suspectsAfter(4, 3, 'left')).toBe(1);
});

it('isolates each poison entry and delivers all others, by few requests', () => {
  const sizes = fc.integer({ min: 2, max: 400 });
  const poisons = fc.uniqueArray(fc.nat(399), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(sizes, poisons, (size, wanted) => {
      const bad = new Set(wanted.filter((index) => index < size).map((index) => `q${index}`));
      let queued = queue(size);
      const rejected: string[] = [];
      let suspicion = NO_SUSPICION;
      let requests = 0;
      while (queued.length > 0) {
        const batch = takeBatch(queued, suspicion);
        requests += 1;
        const isRefused = batch.some(({ id }) => bad.has(id));
        const judgement = isRefused ? judged(suspicion, batch, { status: 422 }) : undefined;
        rejected.push(...(judgement?.rejected ?? []));
        const gone = new Set(judgement?.rejected ?? batch.map(({ id }) => id));
        queued = queued.filter(({ id }) => !gone.has(id));
        suspicion = judgement?.suspicion ?? accepted(suspicion, batch);
      }
      expect(new Set(rejected)).toEqual(bad);
      expect(requests).toBeLessThanOrEqual(1 + bad.size * (3 + Math.ceil(Math.log2(size))));
    }),
  );
});
