import { expect, it } from 'vitest';
import type { Delivery, Entry } from '../../../../src-main/domain/entry.ts';
import type { FocusEntry } from '../../../../src-main/domain/focus-types.ts';
import { broughtBack, deleted } from '../../../../src-main/domain/edit/delete-and-bring-back.ts';
import {
  asked,
  identified,
  noneOfThem,
} from '../../../../src-main/domain/reconcile/ask-which-entry-it-is.ts';
import type { Finished } from '../../../../src-main/domain/finished-entry.ts';
import { merge } from '../../../../src-main/domain/reconcile/reconcile-reading.ts';
import { inQuestion } from '../../../../src-main/domain/sync/in-question.ts';
import { createdAnew, LATE_MS, lookAfter } from '../../../../src-main/domain/sync/late-requests.ts';
import { valuesOf } from '../../../../src-main/domain/sync/pending-change.ts';
import { at, delivered, entry, focusEntry, seconds } from '../../../support/values.ts';

/** Given up, changed and sent anew; and what stands there may be it, or somebody else's. */

const SENT = at('09:15');
const NOW = at('09:20:10');
const LOST: Delivery = { state: 'unknown', sinceAt: SENT, sentAt: SENT };

const last = entry('a', LOST, { description: 'last' });
const first = { ...last, description: 'first' };
const sentTwice = createdAnew(last, first, at('09:14'));
const waiting = (change: Partial<Entry> = {}): Entry => ({
  ...createdAnew(createdAnew(last, first, at('09:14')), last, SENT),
  delivery: { state: 'queued' },
  ...change,
});

/** By its tag nobody can tell whose it is. */
const there = (id: number, change: Partial<FocusEntry>): FocusEntry =>
  focusEntry(id, { createdAt: SENT, tagNames: ['x'], ...change });
const asFirst = there(1, { description: 'first' });
const asLast = there(2, { description: 'last' });

function question(ours: Entry, ...found: readonly FocusEntry[]): Entry {
  const after = merge([ours], found, NOW).put.find(({ id }) => id === 'a')!;
  expect(inQuestion(after)).toHaveLength(found.length);
  return after;
}
const row = (found: FocusEntry): Entry => merge([], [found], NOW).put[0]!;
const expected = ({ late }: Entry) => late?.creates?.map(({ description }) => description);

it('expects both late where what stands there as the first is not it', () => {
  expect(expected(noneOfThem(question(sentTwice, asFirst), NOW))?.toSorted()).toEqual([
    'first',
    'last',
  ]);
});

it('expects both late where what stands there as the last is not it', () => {
  expect(expected(noneOfThem(question(sentTwice, asLast), NOW))).toEqual(['first', 'last']);
});

it('expects both late where it is deleted meanwhile, and is asked about again where that is undone', () => {
  for (const found of [asFirst, asLast]) {
    const open = question(sentTwice, found);
    const gone = deleted(open);
    expect(expected(gone)?.toSorted()).toEqual(['first', 'last']);
    expect(broughtBack(gone)).toMatchObject({ ...open, late: { creates: open.late?.creates } });
  }
});

it('tells what was changed since the one that the person names', () => {
  const [one, two] = [question(sentTwice, asFirst), question(sentTwice, asLast)];
  expect(identified(one, 1, row(asFirst))).toMatchObject({
    description: 'last',
    sent: { description: 'first' },
  });
  expect(identified(two, 2, row(asLast))).toMatchObject({ description: 'last', sent: undefined });
});

it('takes away the other one where that comes late, once the person has named one', () => {
  const known = identified(question(sentTwice, asFirst), 1, row(asFirst));
  const late = focusEntry(3, { description: 'last' });
  const { put, twins } = merge([known], [asFirst, late], NOW);
  expect(twins).toBe(1);
  expect(put.find(({ id }) => id === 'server:3')?.presence).toBe('removing');
  expect(known.lookAt).toBeDefined();
});

it('looks for the other one five minutes after it was asked about', () => {
  const known = identified(question(sentTwice, asFirst), 1, row(asFirst));
  expect(known.lookAt).toBe(lookAfter(NOW));
  expect(known.late).toEqual({ sinceAt: NOW, creates: [valuesOf(last)], others: [] });
  // Nobody knows since when: at once.
  const untimed = { ...sentTwice, delivery: { state: 'queued' } as const };
  expect(identified(untimed, 1, row(asFirst)).lookAt).toBe(LATE_MS);
  // What was given up of the one that stands there is as late as it was.
  const updated = { ...row(asFirst), late: { sinceAt: SENT, updates: [valuesOf(first)] } };
  expect(identified(question(sentTwice, asFirst), 1, updated).late).toMatchObject({
    updates: [{ description: 'first' }],
    creates: [{ description: 'last' }],
  });
});

it('takes away none of those that the person has not named', () => {
  const again = createdAnew(last, last, at('09:14'));
  const other = there(4, { description: 'last', tagNames: ['y'] });
  const known = identified(question(again, asLast, other), 2, row(asLast));
  expect(merge([known, row(other)], [asLast, other], NOW, () => ['x', 'y']).twins).toBe(0);
});

it('is asked about as what stands there, by its words, where it waits to be sent anew', () => {
  expect(question(waiting(), asFirst)).toMatchObject({ sent: { description: 'first' } });
  const same = question(waiting(), asLast);
  expect(same.sent).toBeUndefined();
  expect(expected(noneOfThem(same, NOW))).toEqual(['first', 'last']);
  expect(question(waiting({ description: 'new' }), asLast)).toMatchObject({
    description: 'new',
    sent: { description: 'last' },
  });
  const back = question(waiting({ description: 'first' }), asLast);
  expect(identified(back, 2, row(asLast))).toMatchObject({
    description: 'first',
    sent: { description: 'last' },
  });
});

it('is asked about as what stands there, by its span, where it waits to be sent anew', () => {
  const spans = [
    { ...last, seconds: seconds(60) },
    { ...last, startAt: at('08:00') },
    { ...last, seconds: seconds(900) },
  ];
  const ours = { ...waiting(), seconds: seconds(90), late: { sinceAt: SENT, creates: spans } };
  const found = there(5, { description: 'last', seconds: seconds(900) });
  const open = question(ours, found);
  expect(open.sent).toMatchObject({ startAt: at('09:00'), seconds: 900 });
  expect(identified(open, 5, undefined)).toMatchObject({ seconds: 90, sent: { seconds: 900 } });
});

it('is asked about as it is where none of its creations is what stands there', () => {
  const queued = { ...last, delivery: { state: 'queued' } as const };
  const open = asked(queued, [asFirst as Finished], NOW);
  expect(open).toMatchObject({ description: 'last', sent: undefined });
  expect(inQuestion(open)).toHaveLength(1);
});

it('is asked about also where nothing of it was given up but a change', () => {
  const unknown = { ...last, late: { sinceAt: SENT, deeds: [] } };
  expect(question(unknown, asLast)).toMatchObject({ sent: undefined });
  const known = identified(question(unknown, asLast), 2, row(asLast));
  expect(known.delivery).toEqual({ ...delivered(2), sentAt: SENT });
  expect(known.lookAt).toBeUndefined();
});
