import { expect, it } from 'vitest';
import type { Instant, TaskView } from '#contract';
import { gapsOf } from '../../../src-main/domain/day/gaps.ts';
import { overlapsOf } from '../../../src-main/domain/day/overlaps.ts';
import {
  breakSeconds,
  projectTotals,
} from '../../../src-main/domain/day/break-and-project-totals.ts';
import type { OccupiedSpan } from '../../../src-main/domain/day/occupied-span.ts';
import { over, occupied, running, span, textOf } from '../../support/core/occupied-spans.ts';
import { at, task } from '../../support/values.ts';

const DAY = { startAt: at('00:00'), endAt: (at('00:00') + 86_400_000) as Instant };
const yesterday = (clock: string): Instant => (at(clock) - 86_400_000) as Instant;

function gaps(allOccupied: readonly OccupiedSpan[], until?: string): readonly string[] {
  return gapsOf(allOccupied, DAY, until === undefined ? undefined : at(until)).map(textOf);
}

function overlaps(allOccupied: readonly OccupiedSpan[]): readonly string[] {
  return overlapsOf(allOccupied, DAY).map(
    (one) => `${one.earlierId}+${one.laterId} ${textOf(one)}`,
  );
}

it('finds a gap where nothing covers a minute or more, a break being covered time', () => {
  const allOccupied = [
    occupied('d', '11:00-12:00'),
    occupied('a', '09:00-09:30'),
    occupied('b', '09:30:59-10:00'),
    occupied('c', '10:00-10:59', { type: 'break' }),
  ];
  expect(gaps(allOccupied)).toEqual(['10:59-11:00']);
});

it('knows no gap before the first piece, behind the last one or on an empty day', () => {
  expect(gaps([occupied('a', '09:00-09:30')])).toEqual([]);
  expect(gaps([], '12:00')).toEqual([]);
});

it('goes up to now where nothing runs, unless something lies ahead of now', () => {
  expect(gaps([occupied('a', '09:00-09:30')], '10:00')).toEqual(['09:30-10:00']);
  expect(gaps([occupied('a', '09:00-09:30')], '09:15')).toEqual([]);
});

it('ends a gap where the session starts, be it this very moment', () => {
  expect(gaps([occupied('a', '09:00-09:30'), running('10:00', '10:00')])).toEqual(['09:30-10:00']);
});

it('ends a gap at midnight where a session starts that very moment', () => {
  const midnight = { ...running('10:00', '10:00'), startAt: DAY.startAt, endAt: DAY.startAt };
  expect(gaps([midnight, occupied('a', '00:10-09:30')])).toEqual(['00:00-00:10']);
});

it('sees no gap under an entry that holds others', () => {
  const allOccupied = [
    occupied('a', '09:00-12:00'),
    occupied('b', '09:10-09:20'),
    occupied('c', '13:00-14:00'),
  ];
  expect(gaps(allOccupied)).toEqual(['12:00-13:00']);
});

it('begins with what reaches over midnight, and never with what merely touched it', () => {
  const over = { ...occupied('a', '09:00-09:30'), startAt: yesterday('23:00'), endAt: at('01:00') };
  const before = { ...over, endAt: DAY.startAt };
  const after = { ...over, startAt: DAY.endAt, endAt: (DAY.endAt + 1) as Instant };
  expect(gaps([over, occupied('b', '02:00-03:00')])).toEqual(['01:00-02:00']);
  expect(gaps([before, occupied('b', '02:00-03:00'), after])).toEqual([]);
});

it('tells each pair that shares time, the earlier one first', () => {
  const allOccupied = [
    occupied('c', '09:20-09:40'),
    occupied('a', '09:00-09:30'),
    occupied('b', '09:10-09:25'),
    occupied('d', '09:40-10:00'),
  ];
  expect(overlaps(allOccupied)).toEqual(['a+b 09:10-09:25', 'a+c 09:20-09:30', 'b+c 09:20-09:25']);
});

it('tells the oldest first, also of what is shared from midnight on', () => {
  const late = (id: string, from: string, to: string) => ({
    ...occupied(id, '09:00-09:30'),
    startAt: yesterday(from),
    endAt: at(to),
  });
  const all = [late('a', '22:00', '09:00'), late('b', '23:00', '00:30')];
  expect(overlaps([...all, occupied('c', '00:10-00:20')])).toEqual([
    'a+b 00:00-00:30',
    'a+c 00:10-00:20',
    'b+c 00:10-00:20',
  ]);
});

it('names the shorter one first where two begin together, and lets ends meet starts', () => {
  expect(overlaps([occupied('a', '09:00-09:30'), occupied('b', '09:00-09:10')])).toEqual([
    'b+a 09:00-09:10',
  ]);
  expect(overlaps([occupied('a', '09:00-09:30'), occupied('b', '09:30-09:40')])).toEqual([]);
});

it('counts the running session up to now', () => {
  expect(overlaps([occupied('a', '09:00-10:00'), running('09:30', '09:45')])).toEqual([
    'a+s1 09:30-09:45',
  ]);
});

it('tells of an overlap the part that lies within the day, if any does', () => {
  const late = { ...occupied('a', '09:00-09:30'), startAt: yesterday('23:00'), endAt: at('01:00') };
  expect(overlaps([late, { ...late, id: 'b' }])).toEqual(['a+b 00:00-01:00']);
  expect(overlaps([late, { ...late, id: 'b', endAt: DAY.startAt }])).toEqual([]);
});

it('finds the overlaps of 200 entries in well under a frame', () => {
  const many = Array.from({ length: 200 }, (_, index) => {
    const startAt = (at('00:00') + index * 300_000) as Instant;
    return {
      ...occupied(String(index), '09:00-09:30'),
      startAt,
      endAt: (startAt + 360_000) as Instant,
    };
  });
  const spentMs = Array.from({ length: 100 }, () => {
    const startedAt = performance.now();
    expect(overlapsOf(many, DAY)).toHaveLength(199);
    return performance.now() - startedAt;
  });
  // The shortest: in any other the process may have waited for its turn on a busy machine.
  expect(Math.min(...spentMs)).toBeLessThan(4);
});

function inProject(name: string | undefined, color?: string): { readonly task: TaskView } {
  return { task: { ...task(1), projectName: name, projectColor: color } };
}

it('sums activity by project, most first, breaks and running time left out', () => {
  const entries = [
    over('a', '09:00-09:30', inProject('Web', '#111111')),
    over('b', '10:00-10:20', inProject('Web', '#222222')),
    over('c', '11:00-11:10', inProject('Web', '#111111')),
    over('d', '12:00-12:20', { task: undefined }),
    over('e', '13:00-13:20', inProject('Books')),
    over('f', '14:00-14:20', inProject(undefined)),
    over('g', '15:00-18:00', { ...inProject('Web', '#111111'), type: 'break' }),
  ];
  expect(projectTotals(entries, DAY)).toEqual([
    { name: 'Web', color: '#111111', seconds: 2400 },
    { name: undefined, color: undefined, seconds: 2400 },
    { name: 'Books', color: undefined, seconds: 1200 },
    { name: 'Web', color: '#222222', seconds: 1200 },
  ]);
  expect(breakSeconds(entries, DAY)).toBe(3 * 3600);
});

it('lists equal projects of one name once each, and what has no project last', () => {
  const entries = [
    over('a', '09:00-09:10', { task: undefined }),
    over('b', '10:00-10:10', inProject('Web', '#222222')),
    over('c', '11:00-11:10', inProject('Web', '#111111')),
  ];
  expect(projectTotals(entries, DAY).map(({ name }) => name)).toEqual(['Web', 'Web', undefined]);
  const others = ['Web', 'Art', 'Mail'].map((name, place) =>
    over(name, `1${place}:00-1${place}:10`, inProject(name)),
  );
  expect(projectTotals([entries[0]!, ...others], DAY).map(({ name }) => name)).toEqual([
    'Art',
    'Mail',
    'Web',
    undefined,
  ]);
});

it('takes a project of no letters for none, as it would be shown', () => {
  const entries = [
    over('a', '09:00-09:10', { task: undefined }),
    over('b', '10:00-10:10', inProject('')),
    over('c', '11:00-11:10', inProject(undefined, '')),
  ];
  expect(projectTotals(entries, DAY)).toEqual([
    { name: undefined, color: undefined, seconds: 1800 },
  ]);
});

it('gives each of two days its part of what reaches over midnight', () => {
  const late = over('a', '09:00-11:00', { startAt: yesterday('23:30') });
  const lunch = over('b', '09:00-11:00', { startAt: yesterday('23:00'), type: 'break' });
  expect(projectTotals([late], DAY)).toMatchObject([{ seconds: 5400 }]);
  expect(breakSeconds([lunch], DAY)).toBe(3600);
  expect(projectTotals([over('c', '09:00-10:00')], span('12:00-13:00'))).toEqual([]);
});

it('tells five hundred overlaps of a day in which thousands of entries share all of it', () => {
  const allOccupied = Array.from({ length: 20_000 }, (_, index) =>
    occupied(`p${index}`, '09:00-17:00'),
  );
  expect(overlaps(allOccupied)).toHaveLength(500);
});
