import { expect, it } from 'vitest';
import type { Figures } from './figures.ts';
import { linesFor, linesForSizes, medianOf } from './report.ts';

const starts = (...values: readonly number[]): readonly Figures[] =>
  values.map((startMs) => ({ startMs }));

it('takes the middle one, or the mean of the two in the middle', () => {
  expect(medianOf([9, 1, 5])).toBe(5);
  expect(medianOf([9, 1, 5, 6])).toBe(5.5);
  expect(() => medianOf([])).toThrow('nothing was measured');
});

it('judges the ratio of the medians by the budget', () => {
  const floor = starts(100, 90, 200);
  expect(linesFor('stint', { floor, stint: starts(115, 1, 500) })).toMatchObject([
    { what: 'spawn to icon', ratio: '1.15', budget: '1.15', verdict: 'ok' },
  ]);
  expect(linesFor('stint', { floor, stint: starts(116) })).toMatchObject([{ verdict: 'over' }]);
});

it('holds a warm opening to a time of its own as well', () => {
  const warm = (contentMs: number): readonly Figures[] => [{ warm: [{ mappedMs: 5, contentMs }] }];
  const verdicts = linesFor('stint', { floor: warm(30), stint: warm(34) }).map(
    ({ verdict }) => verdict,
  );
  expect(verdicts).toEqual(['', 'over']);
});

it('compares a running timer with a floor at rest, which has none', () => {
  const rest = { cpuMs: 10, switches: 100 };
  const lines = linesFor('stint', {
    floor: [{ rest }],
    stint: [{ restRunning: { cpuMs: 11, switches: 120 } }],
  });
  expect(lines).toMatchObject([{ ratio: '1.20', verdict: 'ok' }, { ratio: '1.10' }]);
});

it('compares a closed popup with the floor that destroys its own', () => {
  const closed = (pssMiB: number): readonly Figures[] => [{ afterClose: { pssMiB, processes: 5 } }];
  const lines = linesFor('stint', {
    floor: closed(100),
    'floor, popup destroyed': closed(200),
    stint: closed(220),
  });
  expect(lines).toMatchObject([{ ratio: '1.10', verdict: 'ok' }, { ratio: '1.00' }]);
});

it('judges sizes by themselves', () => {
  const size = { what: 'bundle', bytes: 90_001, mostBytes: 90_000 };
  expect(linesForSizes([size])).toMatchObject([{ app: '90.0 kB', verdict: 'over' }]);
});
