import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import type { Entry } from '../../../src-main/domain/entry.ts';
import { resolveOverlap, type Way } from '../../../src-main/domain/edit/resolve-overlap.ts';
import { split } from '../../../src-main/domain/edit/split.ts';
import { occupiedSpanOf } from '../../../src-main/domain/day/occupied-span.ts';
import { surroundings, over, occupied, running, short } from '../../support/core/occupied-spans.ts';
import { at, seconds } from '../../support/values.ts';

const NOW = '18:00';
const a = over('a', '09:00-10:00');

it('splits at a second inside, and nowhere else', () => {
  const split_ = (point: string) =>
    short(split(occupiedSpanOf(a), at(point), surroundings(NOW, [a])));
  expect(split_('09:20')).toEqual(['a:  +1200', 'new 09:20-10:00']);
  expect(split_('09:00')).toBe('outside-entry');
  expect(split_('10:00')).toBe('outside-entry');
  expect(split_('11:00')).toBe('outside-entry');
});

it('splits in the next free second where the wanted one is held', () => {
  const around = surroundings(NOW, [a], ['09:20', '09:59:59']);
  expect(short(split(occupiedSpanOf(a), at('09:20'), around))).toEqual([
    'a:  +1201',
    'new 09:20:01-10:00',
  ]);
  expect(short(split(occupiedSpanOf(a), at('09:59:59'), around))).toBe('outside-entry');
});

it.each([[undefined], [true], [false]])(
  'keeps on both sides whether it is billable: %s',
  (billable) => {
    const said = over('a', '09:00-10:00', billable === undefined ? {} : { billable });
    const result = split(occupiedSpanOf(said), at('09:20'), surroundings(NOW, [said]));
    const values = result.ok
      ? result.value.flatMap((each) => ('values' in each ? [each.values] : []))
      : [];
    expect(values.at(-1)?.billable).toBe(billable);
  },
);

it('keeps the tags on both sides', () => {
  const tags = [{ id: 4, name: 'Deep work' }];
  const tagged = over('a', '09:00-10:00', { tags });
  const result = split(occupiedSpanOf(tagged), at('09:20'), surroundings(NOW, [tagged]));
  expect(result).toMatchObject({ value: [{ do: 'change' }, { values: { tags } }] });
});

it('keeps work and plan on both sides of a split', () => {
  const planned = over('a', '09:00-10:00', { timeBlockId: 7, description: 'Words', type: 'break' });
  const result = split(occupiedSpanOf(planned), at('09:20'), surroundings(NOW, [planned]));
  expect(result).toMatchObject({
    value: [
      { do: 'change' },
      { values: { description: 'Words', type: 'break', task: { id: 1 } }, timeBlockId: 7 },
    ],
  });
});

it('makes an entry of the first part of the running session', () => {
  const result = split(
    running('09:00', '10:00'),
    at('09:20'),
    surroundings('10:00', [], ['09:20']),
  );
  expect(short(result)).toEqual(['session 09:20', 'new 09:00-09:20']);
});

function overlap(one: Entry, other: Entry, way: Way, held: readonly string[] = []) {
  return short(
    resolveOverlap(
      [occupiedSpanOf(one), occupiedSpanOf(other)],
      way,
      surroundings(NOW, [one, other], held),
    ),
  );
}

const later = over('b', '09:40-10:20');
const inside = over('b', '09:20-09:40');
const twin = over('b', '09:00-09:20');

it.each<[Way, Entry, readonly string[]]>([
  ['trim-earlier', later, ['a:  +2400']],
  ['trim-earlier', inside, ['a:  +1200', 'new 09:40-10:00']],
  ['trim-earlier', twin, ['a: 09:20 +2400']],
  ['trim-earlier', over('b', '09:00-10:00'), ['remove a']],
  ['trim-earlier', over('b', '09:40-10:00'), ['a:  +2400']],
  ['trim-later', later, ['b: 10:00 +1200']],
  ['trim-later', inside, ['remove b']],
  ['merge', later, ['a:  +4800', 'remove b']],
  ['merge', inside, ['remove b']],
])('mends an overlap: %s', (way, other, edits) => {
  expect(overlap(a, other, way)).toEqual(edits);
});

it('tells the earlier one by its start, whatever it was called', () => {
  expect(overlap(later, a, 'trim-later')).toEqual(['b: 10:00 +1200']);
});

it.each<Way>(['trim-earlier', 'trim-later', 'merge'])('does not %s what shares no time', (way) => {
  expect(overlap(a, over('b', '10:00-10:20'), way)).toBe('not-overlapping');
  const empty = over('b', '09:20-09:20');
  expect(overlap(a, empty, way)).toBe('not-overlapping');
});

it('leaves a held second to whoever is seen there, and else to the piece before', () => {
  const shown = over('c', '10:00-10:10');
  const around = surroundings(NOW, [a, later, shown]);
  expect(
    short(resolveOverlap([occupiedSpanOf(a), occupiedSpanOf(later)], 'trim-later', around)),
  ).toEqual(['b: 10:00:01 +1199']);
  expect(overlap(a, later, 'trim-later', ['10:00', '10:00:01'])).toEqual([
    'b: 10:00:02 +1198',
    'a:  +3602',
  ]);
  expect(overlap(a, inside, 'trim-earlier', ['09:40'])).toEqual([
    'a:  +1200',
    'new 09:40:01-10:00',
    'b:  +1201',
  ]);
  expect(overlap(a, twin, 'trim-earlier', ['09:20'])).toEqual(['a: 09:20:01 +2399', 'b:  +1201']);
});

it('leaves nothing of a piece whose last second is held', () => {
  const barely = over('b', '09:40-10:00:01');
  expect(overlap(a, barely, 'trim-later', ['10:00'])).toEqual(['remove b', 'a:  +3601']);
  const long = over('a', '09:00-10:00:01');
  expect(overlap(long, over('b', '09:40-10:00'), 'trim-earlier', ['10:00'])).toEqual([
    'a:  +2400',
    'b:  +1201',
  ]);
});

it('lengthens nothing that is not cut, though the second behind it is held', () => {
  expect(overlap(a, later, 'trim-earlier', ['10:20'])).toEqual(['a:  +2400']);
  const sameEnd = over('b', '09:40-10:00');
  expect(overlap(a, sameEnd, 'trim-earlier', ['10:00'])).toEqual(['a:  +2400']);
  expect(overlap(a, sameEnd, 'trim-later', ['10:00'])).toEqual(['remove b']);
  expect(overlap(a, inside, 'trim-later', ['10:00'])).toEqual(['remove b']);
  expect(overlap(a, over('b', '09:00-10:00'), 'trim-earlier', ['10:00'])).toEqual(['remove a']);
});

it('lets a session begin at this very moment', () => {
  const around = surroundings('10:00', []);
  const upToNow = occupied('a', '09:40-10:00');
  const begun =
    (...spans: Parameters<typeof resolveOverlap>[0]) =>
    (way: Way) =>
      short(resolveOverlap(spans, way, around));
  expect(begun(running('09:00', '10:00'), upToNow)('trim-earlier')).toEqual([
    'session 10:00',
    'new 09:00-09:40',
  ]);
  expect(begun(upToNow, running('09:50', '10:00'))('trim-later')).toEqual(['session 10:00']);
});

it('mends what the running session shares with an entry before it', () => {
  const timer = running('09:30', '10:00');
  const entry = occupied('a', '09:00-09:45', { description: 'Words', timeBlockId: 7 });
  const around = surroundings('10:00', [a], ['09:45']);
  const resolved = (way: Way) => resolveOverlap([entry, timer], way, around);
  expect(short(resolved('trim-earlier'))).toEqual(['a:  +1800']);
  expect(short(resolved('trim-later'))).toEqual(['session 09:45']);
  expect(resolved('merge')).toMatchObject({
    value: [
      {
        do: 'change-session',
        change: { startAt: at('09:00'), task: { id: 1 }, description: 'Words', timeBlockId: 7 },
      },
      { do: 'remove', id: 'a' },
    ],
  });
});

it('lets the session keep its own work where it takes over a break', () => {
  const rest = occupied('a', '09:00-09:45', { type: 'break', description: 'Tea' });
  const result = resolveOverlap(
    [rest, running('09:30', '10:00')],
    'merge',
    surroundings('10:00', []),
  );
  expect(result).toMatchObject({ value: [{ change: { startAt: at('09:00') } }, { id: 'a' }] });
  expect(JSON.stringify(result)).not.toMatch(/task|Tea/);
});

it('mends what the running session shares with an entry within it', () => {
  const timer = running('09:00', '10:00');
  const entry = occupied('a', '09:20-09:40');
  const resolved = (way: Way) =>
    short(resolveOverlap([timer, entry], way, surroundings('10:00', [a])));
  expect(resolved('trim-earlier')).toEqual(['session 09:40', 'new 09:00-09:20']);
  expect(resolved('trim-later')).toEqual(['remove a']);
  expect(resolved('merge')).toEqual(['remove a']);
  const same = resolveOverlap(
    [timer, occupied('a', '09:00-09:40')],
    'trim-earlier',
    surroundings('10:00', []),
  );
  expect(short(same)).toEqual(['session 09:40']);
});

it('never lets a session begin in the future', () => {
  const around = surroundings('10:00', []);
  const ahead = occupied('a', '09:40-10:30');
  const within = resolveOverlap([running('09:00', '10:00'), ahead], 'trim-earlier', around);
  expect(short(within)).toBe('ends-in-future');
  expect(short(resolveOverlap([running('09:00', '10:00'), ahead], 'merge', around))).toEqual([
    'remove a',
  ]);
  expect(short(resolveOverlap([ahead, running('09:50', '10:00')], 'trim-later', around))).toBe(
    'ends-in-future',
  );
});

it('does not merge what would be longer than a month', () => {
  const month = over('a', '09:00-10:00', { seconds: seconds(31 * 86_400) });
  const next = { ...month, id: 'b', startAt: (month.startAt + 60_000) as Instant };
  expect(overlap(month, next, 'merge')).toBe('too-long');
});
