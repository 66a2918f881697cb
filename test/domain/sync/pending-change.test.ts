import { expect, it } from 'vitest';
import {
  archived,
  beingUpdated,
  edited,
  notUpdated,
  pendingChange,
  removed,
  reverted,
  unarchived,
  undone,
  valuesOf,
} from '../../../src-main/domain/sync/pending-change.ts';
import type { Delivery, Entry } from '../../../src-main/domain/entry.ts';
import { at, delivered, entry, seconds, task } from '../../support/values.ts';

const queued = { state: 'queued' } as const;
const sending = { state: 'sending', sinceAt: at('09:10') } as const;
const unknown = { state: 'unknown', sinceAt: at('09:10') } as const;
const rejected = { state: 'rejected', status: 404, reason: 'no such task' } as const;
const refused: Delivery = {
  state: 'delivered',
  serverId: 70,
  refused: { status: 422, reason: 'locked' },
};
const longer = { seconds: seconds(900) };

it('changes in place what was never sent', () => {
  expect(edited(entry('a', queued), longer)).toEqual(entry('a', queued, longer));
});

it('queues a rejected entry again once it is another one', () => {
  const result = edited(entry('a', rejected), { task: task(2) });
  expect(result).toEqual(entry('a', queued, { task: task(2) }));
  expect(edited(entry('a', rejected), { task: task(1) }).delivery).toEqual(rejected);
});

it.each([sending, unknown, delivered(70)])('remembers what was sent: %j', (delivery) => {
  const once = edited(entry('a', delivery), longer);
  expect(once).toMatchObject({ seconds: 900, delivery, sent: { seconds: 600 } });
  const twice = edited(once, { seconds: seconds(1200) });
  expect(twice.sent).toMatchObject({ seconds: 600 });
});

it('forgets what was sent when it is again what is wanted, unless an update may have been told', () => {
  const shorter = { seconds: seconds(600) };
  expect(edited(edited(entry('a', unknown), longer), shorter).sent).toBeUndefined();
  const back = edited(edited(entry('a', delivered(70)), longer), shorter);
  expect(pendingChange(back)).toBe('update');
});

it.each([
  ['nothing', entry('a', delivered(70)), undefined],
  ['nothing before it is delivered', entry('a', unknown, { presence: 'removing' }), undefined],
  ['an update', edited(entry('a', delivered(70)), longer), 'update'],
  ['a delete', removed(entry('a', delivered(70))), 'delete'],
  ['nothing of what is gone', entry('a', delivered(70), { presence: 'removed' }), undefined],
  [
    'nothing of what is gone, though it was changed',
    entry('a', delivered(70), { presence: 'removed', sent: valuesOf(entry('a', queued, longer)) }),
    undefined,
  ],
  ['a restore', undone(entry('a', delivered(70), { presence: 'removed' })), 'restore'],
  [
    'nothing that was refused',
    entry('a', refused, { sent: valuesOf(entry('a', queued)) }),
    undefined,
  ],
] as const)('has %s to tell', (_, subject: Entry, change) => {
  expect(pendingChange(subject)).toBe(change);
});

it.each([
  [queued, 'removed'],
  [rejected, 'removed'],
  [sending, 'removing'],
  [unknown, 'removing'],
  [delivered(70), 'removing'],
] as const)('removes %j: %s', (delivery, presence) => {
  const gone = removed(entry('a', delivery));
  expect(gone.presence).toBe(presence);
  expect(removed(gone)).toEqual(gone);
  const back = delivery.state === 'delivered' ? 'restoring' : 'kept';
  expect(undone(gone)).toEqual(entry('a', delivery, { presence: back }));
});

it('deletes once more what may have been restored', () => {
  const restoring = entry('a', delivered(70), { presence: 'restoring' });
  expect(removed(restoring).presence).toBe('removing');
  expect(undone(restoring)).toEqual(restoring);
});

it('tries another change after one was refused, and gives up on request', () => {
  const stuck = entry('a', refused, { ...longer, sent: valuesOf(entry('a', queued)) });
  expect(pendingChange(edited(stuck, { seconds: seconds(700) }))).toBe('update');
  expect(pendingChange(removed(stuck))).toBe('delete');
  expect(reverted(stuck)).toEqual(entry('a', delivered(70)));
  const lost = entry('a', refused, { presence: 'restoring' });
  expect(pendingChange(removed(lost))).toBe('delete');
  expect(reverted(lost)).toEqual(entry('a', delivered(70), { presence: 'removed' }));
  expect(reverted(entry('a', rejected))).toEqual(entry('a', rejected));
});

const before = valuesOf(entry('a', queued));

it('is unsure of what the server has from the moment an update leaves', () => {
  const changed = entry('a', delivered(70), { ...longer, sent: before });
  expect(beingUpdated(changed).sent).toEqual({ ...before, unsure: true });
  expect(beingUpdated(entry('a', delivered(70)))).toEqual(entry('a', delivered(70)));
});

it('is sure again after a refusal, unless it was unsure before the update left', () => {
  const corrected = entry('a', delivered(70), { ...longer, sent: before });
  const leaving = beingUpdated(corrected);
  expect(notUpdated(leaving, corrected.sent).sent).toEqual(before);
  expect(notUpdated(leaving, leaving.sent)).toBe(leaving);
  expect(notUpdated(entry('a', delivered(70)), corrected.sent)).toEqual(entry('a', delivered(70)));
});

it('tells the way back where an unanswered update may have been carried out', () => {
  const unsure = { ...before, unsure: true } as const;
  const stuck = entry('a', refused, { ...longer, sent: unsure });
  const back = reverted(stuck);
  expect(back).toMatchObject({ seconds: 600, sent: unsure });
  expect(pendingChange(back)).toBe('update');
});

it('brings back, and then changes, what turned out to be deleted in Toggl Focus', () => {
  const gone = { status: 404, reason: 'deleted' };
  const missing = entry('a', { state: 'delivered', serverId: 70, refused: gone }, { sent: before });
  const result = edited(missing, longer);
  expect(result).toMatchObject({ seconds: 900, presence: 'restoring', sent: before });
  expect(pendingChange(result)).toBe('restore');
});

it('changes nothing of what is on its way into the archive, or out, and is sent there again', () => {
  const [into, out] = (['archiving', 'unarchiving'] as const).map((archiveState) =>
    entry('a', refused, { archiveState }),
  );
  expect(archived(into!)).toBe(into);
  expect(unarchived(out!)).toBe(out);
});

it('tells a refused restore no more because of the archive', () => {
  const gone = archived(entry('a', refused, { presence: 'restoring' }));
  expect(gone).toMatchObject({ archiveState: 'archiving', delivery: refused });
  expect(pendingChange(gone)).toBeUndefined();
});

it('is sure again where the update went out of what was known by then', () => {
  const leaving = beingUpdated(entry('a', delivered(70), { ...longer, sent: before }));
  expect(notUpdated(leaving, undefined).sent).toEqual(before);
});
