import { expect, it } from 'vitest';
import type { Entry } from '../../../../src-main/domain/entry.ts';
import type { FocusEntry } from '../../../../src-main/domain/focus-types.ts';
import { broughtBack, deleted } from '../../../../src-main/domain/edit/delete-and-bring-back.ts';
import {
  asked,
  identified,
  noneOfThem,
} from '../../../../src-main/domain/reconcile/ask-which-entry-it-is.ts';
import { madeElsewhere } from '../../../../src-main/domain/reconcile/adopt-server-entry.ts';
import { merge } from '../../../../src-main/domain/reconcile/reconcile-reading.ts';
import type { Finished } from '../../../../src-main/domain/finished-entry.ts';
import { inQuestion } from '../../../../src-main/domain/sync/in-question.ts';
import { at, entry, focusEntry } from '../../../support/values.ts';

/** What becomes of an entry in question once the person has said which it is. */

const SENT = at('09:10');
const NOW = at('09:20:10');
const LOST = { state: 'unknown', sinceAt: SENT, sentAt: SENT } as const;
const there = (id: number, change: Partial<FocusEntry> = {}) =>
  focusEntry(id, { createdAt: SENT, tagNames: ['x'], ...change }) as Finished;
const question = (change: Partial<Entry> = {}): Entry =>
  asked(entry('a', LOST, change), [there(1)], NOW);

it('keeps the plan that it was done for, unless what stands there has another', () => {
  const ours = question({ timeBlockId: 5 });
  expect(identified(ours, 1, madeElsewhere(there(1))).timeBlockId).toBe(5);
  expect(identified(ours, 1, madeElsewhere(there(1, { timeBlockId: 7 }))).timeBlockId).toBe(7);
});

it.each([
  ['none', 'none'],
  ['archiving', 'archiving'],
  ['archived', 'archiving'],
  ['unarchiving', 'none'],
] as const)('goes on its way into the archive, if any: %s', (archiveState, after) => {
  const ours = question({ archiveState });
  expect(identified(ours, 1, madeElsewhere(there(1))).archiveState).toBe(after);
  expect(identified(ours, 1, undefined).archiveState).toBe(after);
});

it('is shown, also where what it is is not at hand', () => {
  expect(identified(question(), 1, undefined)).toMatchObject({
    presence: 'kept',
    delivery: { state: 'delivered', serverId: 1, sentAt: SENT },
  });
  const untimed = asked(entry('a', { state: 'unknown', sinceAt: SENT }), [there(1)], NOW);
  expect(identified(untimed, 1, undefined).delivery).not.toHaveProperty('sentAt');
});

it('is asked about each only once, however often it turns up', () => {
  const { put } = merge([question()], [there(1), there(2)], NOW);
  const open = put.find(({ id }) => id === 'a');
  expect(open && inQuestion(open)?.map(({ serverId }) => serverId)).toEqual([1, 2]);
});

it('tells none of another entry where nothing was asked', () => {
  expect(noneOfThem(entry('a', LOST), NOW).late).toEqual({
    sinceAt: NOW,
    creates: [expect.objectContaining({ startAt: at('09:00') })],
  });
});

it('is asked about again when it is brought back, also where all else is forgotten by then', () => {
  const gone = deleted(question());
  expect(broughtBack({ ...gone, late: undefined })).toEqual(question());
});

it('is asked about where it only stands where ours did, and nothing else is', () => {
  const bulk = ['09:00', '09:30'].map((clock, place) =>
    entry(`e${place}`, { ...LOST, sentAt: SENT }, { startAt: at(clock) }),
  );
  const changed = bulk.map((one) => ({ ...one, description: 'mine', sent: { ...one } }));
  const found = [
    focusEntry(1, { createdAt: SENT }),
    focusEntry(2, { startAt: at('09:30'), createdAt: SENT, description: 'theirs' }),
  ];
  const { put } = merge(changed, found, NOW);
  expect(put.find(({ id }) => id === 'e0')?.delivery).toMatchObject({ serverId: 1 });
  expect(inQuestion(put.find(({ id }) => id === 'e1')!)).toMatchObject([{ serverId: 2 }]);
});
