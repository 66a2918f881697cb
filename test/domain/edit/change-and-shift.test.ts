import { expect, it } from 'vitest';
import type { Instant, Seconds } from '#contract';
import type { Entry } from '../../../src-main/domain/entry.ts';
import { add, duplicate, fillGaps } from '../../../src-main/domain/edit/add-duplicate-fill.ts';
import { edit, editSession, shift } from '../../../src-main/domain/edit/change-and-shift.ts';
import { begunAt } from '../../../src-main/domain/edit/allowed-span.ts';
import { occupiedSpanOf } from '../../../src-main/domain/day/occupied-span.ts';
import { surroundings, over, short, span } from '../../support/core/occupied-spans.ts';
import { at, delivered, seconds, session, task } from '../../support/values.ts';

const NOW = '18:00';
const a = over('a', '09:00-10:00');

it('duplicates right behind where as much time is free, and else in the same place', () => {
  const copy = (now: string, others: readonly Entry[]) =>
    short(duplicate(occupiedSpanOf(a), surroundings(now, [a, ...others])));
  expect(copy('11:00', [])).toEqual(['new 10:00-11:00']);
  expect(copy('10:59', [])).toEqual(['new 09:00-10:00']);
  expect(copy('18:00', [over('b', '10:59-12:00')])).toEqual(['new 09:00-10:00']);
  expect(copy('18:00', [over('b', '11:00-12:00')])).toEqual(['new 10:00-11:00']);
});

const WORK = { task: task(2), description: undefined, type: 'activity' } as const;

it('fills gaps exactly, up to the second that now lies in', () => {
  const until = { startAt: at('10:00'), endAt: (at('10:30') + 700) as Instant };
  const from = { startAt: (at('08:00') + 1) as Instant, endAt: at('09:00') };
  const result = fillGaps([until, from], WORK, surroundings('10:30', [a]));
  expect(short(result)).toEqual(['new 08:00:01-09:00', 'new 10:00-10:30']);
  expect(result).toMatchObject({ value: [{ values: WORK }, { values: WORK }] });
});

it('fills none where one of them is taken, empty or ahead', () => {
  const fill = (...gaps: string[]) =>
    short(fillGaps(gaps.map(span), WORK, surroundings('12:00', [a])));
  expect(fill('10:00-10:30', '09:59-10:00')).toBe('gap-taken');
  expect(fill('10:00-10:30', '10:29-11:00')).toBe('gap-taken');
  expect(fill('10:00-10:30', '10:30-11:00')).toEqual(['new 10:00-10:30', 'new 10:30-11:00']);
  expect(fill('10:00-10:30', '11:00-11:00')).toBe('no-length');
  expect(fill('10:00-10:30', '11:59-12:02')).toBe('ends-in-future');
});

it('adds by hand what has an end by now, with a minute for clocks that differ', () => {
  const added = (startAt: Instant, length: number) =>
    short(add({ ...WORK, startAt, seconds: length as Seconds }, surroundings('10:00', [])));
  expect(added((at('09:00') + 999) as Instant, 3600)).toEqual(['new 09:00-10:00']);
  expect(added(at('09:01'), 3600)).toEqual(['new 09:01-10:01']);
  expect(added(at('09:02'), 3600)).toBe('ends-in-future');
  expect(added(at('09:00'), 0)).toBe('no-length');
  expect(added(at('09:00'), 31 * 86_400 + 1)).toBe('too-long');
  expect(added(0 as Instant, 60)).toBe('too-long');
});

it('judges an edit by start and length only where these change', () => {
  const ahead = over('a', '09:00-10:00');
  const early = surroundings('08:00', [ahead]);
  expect(short(edit(ahead, { description: 'Words' }, early))).toEqual(['a:  +']);
  expect(short(edit(ahead, { startAt: at('09:00'), seconds: seconds(1800) }, early))).toEqual([
    'a: 09:00 +1800',
  ]);
  expect(short(edit(ahead, { startAt: at('08:30') }, early))).toEqual(['a: 08:30 +3600']);
  expect(short(edit(ahead, { seconds: seconds(3601) }, early))).toBe('ends-in-future');
  expect(short(edit(ahead, { startAt: at('09:30') }, early))).toBe('ends-in-future');
  expect(short(edit(ahead, { seconds: seconds(0) }, early))).toBe('no-length');
});

it('moves an edited start on to the next free second, and keeps the length as typed', () => {
  const around = surroundings(NOW, [a, over('b', '11:00-11:30')]);
  expect(short(edit(a, { startAt: at('11:00') }, around))).toEqual(['a: 11:00:01 +3600']);
  const held = surroundings(NOW, [a], ['09:00']);
  const alone = { ...held, isTaken: () => true };
  expect(short(edit(a, { seconds: seconds(1800) }, alone))).toEqual(['a: 09:00 +1800']);
  const within = (a.startAt + 500) as Instant;
  expect(short(edit(a, { startAt: within }, around))).toEqual(['a: 09:00 +3600']);
});

const LATER = { ...surroundings(NOW, []), now: (at('09:00') + 60 * 86_400_000) as Instant };
const TENTH = seconds(600);

it('shifts entries as one block', () => {
  const b = over('b', '10:00-10:10');
  const c = over('c', '10:10-10:20');
  expect(short(shift([b, c], TENTH, surroundings(NOW, [b, c])))).toEqual([
    'b: 10:10 +',
    'c: 10:20 +',
  ]);
  expect(short(shift([b, c], TENTH, surroundings(NOW, [b, c, over('d', '10:20-10:25')])))).toEqual([
    'b: 10:10:01 +',
    'c: 10:20:01 +',
  ]);
  expect(short(shift([b, c], seconds(0), surroundings(NOW, [b, c])))).toEqual([
    'b: 10:00 +',
    'c: 10:10 +',
  ]);
  const held = { ...surroundings(NOW, [b]), isTaken: () => true };
  expect(short(shift([b], seconds(0), held))).toEqual(['b: 10:00 +']);
});

it('shifts none where one would end in the future or long ago', () => {
  const b = over('b', '10:00-10:10');
  expect(short(shift([a, b], TENTH, surroundings('10:10', [a, b])))).toBe('ends-in-future');
  expect(short(shift([b], seconds(-600), surroundings('09:00', [b])))).toEqual(['b: 09:50 +']);
  expect(short(shift([b], -1e9 as Seconds, surroundings(NOW, [b])))).toBe('too-long');
});

it('leaves a second alone by which the server may still know the entry that leaves it', () => {
  const sent = over('c', '10:10-10:20', { delivery: delivered() });
  const there = { ...sent, delivery: delivered(7) };
  const elsewhere = { ...there, origin: 'server' } as const;
  const waiting = over('b', '10:00-10:10');
  const known = { ...waiting, delivery: delivered(8) };
  const both = (one: Entry, other: Entry) =>
    shift([one, other], TENTH, surroundings(NOW, [one, other]));
  expect(short(both(waiting, sent))).toEqual(['b: 10:10:01 +', 'c: 10:20:01 +']);
  const rejected = { ...sent, delivery: { state: 'rejected', status: 422, reason: '' } as const };
  expect(short(both(waiting, rejected))).toEqual(['b: 10:10 +', 'c: 10:20 +']);
  expect(short(both(waiting, there))).toEqual(['b: 10:10 +', 'c: 10:20 +']);
  expect(short(both(known, sent))).toEqual(['b: 10:10 +', 'c: 10:20 +']);
  // Of what was made elsewhere the second was never ours, so whatever holds it is another one.
  expect(short(both(waiting, elsewhere))).toEqual(['b: 10:10:01 +', 'c: 10:20:01 +']);
});

it('lets the running session begin at any second up to now', () => {
  const timer = session({ startAt: at('09:00') });
  const move = (clock_: Instant, now = '10:00') =>
    short(editSession(timer, { startAt: clock_ }, surroundings(now, [])));
  expect(move((at('08:00') + 300) as Instant)).toEqual(['session 08:00']);
  expect(move(at('10:00'))).toEqual(['session 10:00']);
  expect(move(at('10:00:01'))).toBe('ends-in-future');
  expect(move(at('08:50'), '08:30')).toEqual(['session 08:50']);
  expect(move(0 as Instant)).toBe('too-long');
  expect(short(editSession(timer, { description: 'x' }, surroundings('08:00', [])))).toEqual([
    'session 09:00',
  ]);
});

it('changes what a session is about, however long it runs', () => {
  const old = session({ startAt: (at('09:00') - 40 * 86_400_000) as Instant });
  expect(editSession(old, { description: 'x' }, surroundings('10:00', []))).toMatchObject({
    value: [{ do: 'change-session', change: { description: 'x', startAt: old.startAt } }],
  });
});

it('takes what is a month long to the second', () => {
  const month = (length: number) =>
    short(add({ ...WORK, startAt: at('09:00'), seconds: seconds(length) }, { ...LATER }));
  expect(month(31 * 86_400)).not.toBe('too-long');
  expect(month(31 * 86_400 + 1)).toBe('too-long');
});

it('leaves a second of what begins at its very end', () => {
  expect(begunAt(a, at('10:00')).seconds).toBe(1);
});
