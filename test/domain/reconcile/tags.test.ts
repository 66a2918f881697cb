import { expect, it } from 'vitest';
import { adopt } from '../../../src-main/domain/reconcile/adopt-server-entry.ts';
import { merge } from '../../../src-main/domain/reconcile/reconcile-reading.ts';
import { inQuestion } from '../../../src-main/domain/sync/in-question.ts';
import { edited, pendingChange } from '../../../src-main/domain/sync/pending-change.ts';
import type { Delivery } from '../../../src-main/domain/entry.ts';
import type { FocusEntry } from '../../../src-main/domain/focus-types.ts';
import { at, delivered, entry, focusEntry } from '../../support/values.ts';

const DEEP = { id: 5, name: 'deep' };
const REVIEW = { id: 6, name: 'review' };
const ours = entry('a', delivered(7));

function shown(tags: FocusEntry['tags']) {
  const { startAt, seconds, task } = ours;
  return { ...focusEntry(7), startAt, seconds, taskId: task?.id, tags };
}

it('are those that the server shows, and stay where it tells nothing of them', () => {
  const known = adopt(ours, shown([DEEP]));
  expect(known).toMatchObject({ tags: [DEEP], sent: undefined });
  expect(adopt(known, shown(undefined)).tags).toEqual([DEEP]);
  expect(adopt(known, shown(null))).toMatchObject({ tags: undefined, sent: undefined });
});

it('are the same in another order and by another name, and none are not those of the task', () => {
  const known = { ...ours, tags: [DEEP, REVIEW] };
  expect(edited(known, { tags: [REVIEW, { ...DEEP, name: 'Deep' }] })).toBe(known);
  expect(pendingChange(edited(ours, { tags: [] }))).toBe('update');
});

it('changed here and there to others are a conflict, and to the same are none', () => {
  const changed = edited(ours, { tags: [DEEP] });
  expect(adopt(changed, shown([REVIEW]))).toMatchObject({ tags: [DEEP], sent: { conflict: true } });
  expect(adopt(changed, shown([DEEP]))).toMatchObject({ tags: [DEEP], sent: undefined });
});

const SENT = at('09:10');
const LOST: Delivery = { state: 'unknown', sinceAt: SENT, sentAt: SENT };

/** What becomes of an entry that was sent with a tag, when a reading shows this. */
function after(change: Partial<FocusEntry>, mine: Partial<typeof ours> = {}) {
  const sent = entry('a', LOST, { tags: [DEEP], ...mine });
  const found = focusEntry(1, { createdAt: SENT, ...change });
  const put = merge([sent], [found], at('09:20:10')).put.find(({ id }) => id === 'a') ?? sent;
  return inQuestion(put) === undefined ? put.delivery.state : 'asked';
}

it.each<readonly [string, Partial<FocusEntry>, string]>([
  ['its own', { tags: [DEEP], tagNames: ['deep'] }, 'delivered'],
  ['its own by their names', { tagNames: ['deep'] }, 'delivered'],
  ['none that are told', {}, 'delivered'],
  ['those of the task', { tags: null, tagNames: ['review'] }, 'asked'],
  ['others', { tags: [REVIEW], tagNames: ['review'] }, 'asked'],
  ['others by their names', { tagNames: ['review'] }, 'asked'],
])('of an entry without an answer, with %s there', (_name, found, state) => {
  expect(after(found)).toBe(state);
});

it('tell which of two creations it is that stands there', () => {
  const { startAt, seconds, type, task, description } = ours;
  const before = { startAt, seconds, type, task, description, tags: [REVIEW] };
  const late = { sinceAt: SENT, creates: [before] };
  const waiting = entry('a', { state: 'queued' }, { tags: [DEEP], late });
  const put = merge([waiting], [focusEntry(1, { tags: [REVIEW] })], at('09:20:10')).put;
  expect(put.find(({ id }) => id === 'a')).toMatchObject({
    tags: [DEEP],
    sent: { tags: [REVIEW] },
    delivery: { state: 'delivered', serverId: 1 },
  });
});
