import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import type { Entry } from '../../../src-main/domain/entry.ts';
import { lookAfter } from '../../../src-main/domain/sync/late-requests.ts';
import { afterCreate } from '../../../src-main/domain/sync/entry-after-response.ts';
import { merge } from '../../../src-main/domain/reconcile/reconcile-reading.ts';
import { reconcile, type Reading } from '../../support/core/whole-reading.ts';
import { at, delivered, entry, focusEntry, focusTask, seconds } from '../../support/values.ts';

const SENT = at('09:10');
const NOW = at('09:20:10');

const reading: Reading = {
  fromAt: at('08:00'),
  toAt: at('11:00'),
  readAt: NOW,
  graceEndedFor: at('09:20'),
  leftOut: [],
  entries: [],
};

/** Three of one bulk, in its order. */
function bulk(sentAt: Instant = SENT): readonly Entry[] {
  return ['09:00', '09:30', '10:00'].map((clock, place) => {
    const delivery: Entry['delivery'] = {
      state: 'delivered',
      serverId: undefined,
      refused: undefined,
      sentAt,
    };
    return entry(`e${place}`, delivery, { startAt: at(clock) });
  });
}

const there = (id: number, clock: string, change: Parameters<typeof focusEntry>[1] = {}) =>
  focusEntry(id, { startAt: at(clock), createdAt: SENT, ...change });

const ids = (entries: readonly Entry[]) =>
  entries.map(({ id, delivery }) => [id, 'serverId' in delivery && delivery.serverId]);

it('looks for the ids of a bulk as soon as it was accepted, and for none that were told', () => {
  const sending = entry('a', { state: 'sending', sinceAt: SENT });
  const response = { kind: 'delivered', serverId: undefined } as const;
  expect(afterCreate(sending, { ...response, isInBulk: true }, NOW)).toMatchObject({
    lookAt: NOW,
    delivery: { sentAt: SENT },
  });
  expect(afterCreate(sending, response, NOW).lookAt).toBeUndefined();
  const known = { ...response, serverId: 70, isInBulk: true };
  const waiting = { ...sending, delivery: { state: 'queued' } as const };
  expect(afterCreate(waiting, known, NOW).delivery).toEqual(delivered(70));
  expect(afterCreate(waiting, known, NOW).lookAt).toBeUndefined();
});

it('takes of two that are alike the one that is in the project of its task', () => {
  const unknown = entry('a', { state: 'unknown', sinceAt: SENT }, { startAt: at('09:00') });
  const task = { ...focusTask(1, 'Schema work'), projectId: 8 };
  const moved = there(1, '09:00', { projectId: 9, task });
  const plain = there(2, '09:00', { projectId: 8, task });
  const { put } = merge([unknown], [moved, plain], NOW);
  expect(put.find(({ id }) => id === 'a')?.delivery).toMatchObject({ serverId: 2 });
  expect(merge([unknown], [moved], NOW).adopted).toBe(0);
});

it('knows again what was lengthened there, by its second', () => {
  const entries = [there(1, '09:00', { seconds: seconds(1_200) }), there(2, '09:30')];
  const { put } = merge(bulk(), entries, NOW);
  expect(ids(put)).toEqual([
    ['e0', 1],
    ['e1', 2],
  ]);
  expect(put[0]?.seconds).toBe(1_200);
});

it('knows it again by its second also where nobody tells when anything was created', () => {
  const undated = { createdAt: undefined };
  const longer = there(1, '09:00', { ...undated, seconds: seconds(1_200) });
  expect(ids(merge(bulk(), [longer, there(2, '09:30', undated)], NOW).put)).toContainEqual([
    'e0',
    1,
  ]);
});

it('takes one without words for ours, and none with others', () => {
  const mine = entry('a', { state: 'unknown', sinceAt: SENT }, { description: 'mine' });
  expect(merge([mine], [focusEntry(1)], NOW).adopted).toBe(1);
  expect(merge([mine], [focusEntry(1, { description: 'theirs' })], NOW).adopted).toBe(0);
});

it('knows again what was moved there, in the gap that it left, by the most alike', () => {
  const entries = [
    there(1, '09:00'),
    there(2, '08:10', { seconds: seconds(60), taskId: 2, task: undefined, description: 'x' }),
    there(3, '08:30'),
    there(4, '10:00'),
  ];
  const { put } = merge(bulk(), entries, NOW);
  expect(ids(put)).toEqual([
    ['e0', 1],
    ['e1', 3],
    ['e2', 4],
    ['server:2', 2],
  ]);
});

it('takes the lower id where two are as alike', () => {
  const entries = [there(1, '09:00'), there(3, '08:30'), there(2, '08:10'), there(4, '10:00')];
  expect(ids(merge(bulk(), entries, NOW).put)).toContainEqual(['e1', 2]);
});

it('finds the first and the last in the gaps before and behind, where they were created together', () => {
  const entries = [there(1, '08:10'), there(2, '09:30'), there(3, '10:20')];
  expect(ids(merge(bulk(), entries, NOW).put)).toEqual([
    ['e0', 1],
    ['e1', 2],
    ['e2', 3],
  ]);
});

it('takes nothing into a gap at the end where nobody tells when it was created', () => {
  const undated = { createdAt: undefined };
  const entries = [there(2, '09:30', undated), there(9, '10:20', undated)];
  expect(ids(merge(bulk(), entries, NOW).put)).toEqual([
    ['e1', 2],
    ['server:9', 9],
  ]);
  const between = [
    there(1, '09:00', undated),
    there(2, '09:20', undated),
    there(3, '10:00', undated),
  ];
  expect(ids(merge(bulk(), between, NOW).put)).toContainEqual(['e1', 2]);
});

it.each([
  ['made before it', 'older', 8],
  ['made in the second before it', 'near', 8],
  ['made before it where moments are told in seconds', 'whole', 8],
  ['made when it was there', 'younger', 8],
  ['made before it by a clock that is slow', 'oldest', 7],
])('takes for it what was created when it was sent, and no twin %s', (_, twin, id) => {
  const [alone] = bulk((SENT + 200) as Instant);
  const created = (ms: number) => ({ createdAt: (SENT + ms) as Instant, description: 'changed' });
  const found = {
    older: [there(7, '09:00', created(-2_000)), there(8, '09:00', created(300))],
    near: [there(7, '09:00', created(100)), there(8, '09:00', created(300))],
    whole: [there(7, '09:00', created(-1_000)), there(8, '09:00', created(0))],
    younger: [there(7, '09:00', created(9_000)), there(8, '09:00', created(300))],
    oldest: [there(8, '09:00', created(-2_000)), there(7, '09:00', created(-9_000))],
  }[twin]!;
  const put = merge([alone!], found, NOW).put.filter(({ origin }) => origin === 'stint');
  expect(ids(put)).toEqual([['e0', id]]);
});

it('takes nothing for one of the bulk that was created at another time', () => {
  const entries = [there(1, '09:00'), there(2, '09:30', { seconds: seconds(1), createdAt: NOW })];
  const [first, second] = merge(bulk(), entries, NOW).put;
  expect(ids([first!, second!])).toEqual([
    ['e0', 1],
    ['server:2', 2],
  ]);
});

it('takes of a request without an answer only what travelled with one that is there', () => {
  const delivery = { state: 'unknown', sinceAt: SENT, sentAt: SENT } as const;
  const open = bulk().map((one) => ({ ...one, delivery }));
  const changed = there(2, '09:30', { seconds: seconds(1_200) });
  expect(merge(open, [changed], NOW).adopted).toBe(0);
  expect(merge(open, [there(1, '09:00'), changed], NOW).adopted).toBe(2);
  const removed = open.map((one) => ({ ...one, presence: 'removed' as const }));
  expect(ids(merge(removed, [there(1, '09:00'), changed], NOW).put)).toContainEqual([
    'server:2',
    2,
  ]);
});

it('finds nothing where everything is found, or nobody knows when it was sent', () => {
  const changed = there(2, '09:30', { seconds: seconds(1_200) });
  const all = [there(1, '09:00'), there(2, '09:30'), there(3, '10:00'), there(7, '08:20')];
  expect(ids(merge(bulk(), all, NOW).put)).toContainEqual(['server:7', 7]);
  const untimed = bulk().map((one) => ({ ...one, delivery: delivered() }));
  expect(ids(merge(untimed, [changed], NOW).put)).toEqual([['server:2', 2]]);
});

it('takes of what is alike the one that was created when ours was sent', () => {
  const [mine] = bulk();
  const early = there(1, '09:00', { createdAt: at('08:00') });
  expect(ids(merge([mine!], [early, there(2, '09:00')], NOW).put)).toContainEqual(['e0', 2]);
});

it('takes for gone what is not shown while others of its request are', () => {
  const { removeIds, put } = reconcile(bulk(), { ...reading, entries: [there(1, '09:00')] });
  expect(removeIds).toEqual(['e1', 'e2']);
  expect(ids(put)).toEqual([['e0', 1]]);
});

it('asks the person where nothing of the request is shown, and looks again within its grace', () => {
  const [first] = reconcile(bulk(), reading).put;
  expect(first).toMatchObject({ delivery: { state: 'rejected', status: 0 } });
  const fresh = bulk(at('09:20:05'));
  expect(reconcile(fresh, reading).put[0]).toMatchObject({
    delivery: { state: 'delivered' },
    lookAt: lookAfter(NOW),
  });
  const deleted = bulk().map((one) => ({ ...one, presence: 'removing' as const }));
  expect(reconcile(deleted, reading).put[0]).toMatchObject({ presence: 'removed' });
});

it('concludes nothing of one that may be among what could not be read, and looks no more by itself', () => {
  const due = bulk().map((one) => ({ ...one, lookAt: SENT }));
  const leftOut = [{ id: 9, startAt: at('09:30') }];
  const entries = [there(1, '09:00'), there(3, '10:00')];
  const { put, removeIds } = reconcile(due, { ...reading, entries, leftOut });
  expect(removeIds).toEqual([]);
  expect(put).toContainEqual({ ...due[1], lookAt: undefined });
});

it('concludes nothing of a known one by whose id something could not be read', () => {
  const known = entry('a', delivered(70));
  const left = (id: number | undefined) =>
    reconcile([known], { ...reading, leftOut: [{ id, startAt: at('09:00') }] }).removeIds;
  expect([left(70), left(undefined), left(71)]).toEqual([[], [], ['a']]);
});
