import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { archived, edited, removed } from '../../../src-main/domain/sync/pending-change.ts';
import type { Delivery, Entry } from '../../../src-main/domain/entry.ts';
import { entryAfter, newEntry } from '../../../src-main/domain/edit/entry-after-edit.ts';
import { endedBack, isSame, sessionBack, takenBack } from '../../../src-main/domain/edit/undo.ts';
import { at, delivered, entry, seconds, session, task } from '../../support/values.ts';

const queued = { state: 'queued' } as const;
const rejected = { state: 'rejected', status: 422, reason: 'no' } as const;
const refused: Delivery = {
  state: 'delivered',
  serverId: 70,
  refused: { status: 422, reason: 'locked' },
};
const longer = { seconds: seconds(900) };

function step(before: Entry | undefined, after: Entry | undefined) {
  return { id: 'a', before, after };
}

it.each([
  queued,
  rejected,
  refused,
  delivered(70),
  { state: 'unknown', sinceAt: at('09:00') } as const,
])('is again exactly what it was where nobody has heard of the change: %j', (delivery) => {
  const sent =
    delivery === refused ? edited(entry('a', delivered(70)), { task: task(2) }) : undefined;
  const before = sent === undefined ? entry('a', delivery) : { ...sent, delivery };
  const after = edited(before, longer);
  expect(after).not.toEqual(before);
  expect(takenBack(after, step(before, after))).toEqual(before);
});

it('tells the former values where the change may have been told', () => {
  const before = entry('a', delivered(70));
  const after = edited(before, { ...longer, description: 'Words', type: 'break', task: task(2) });
  const sentSince = { ...after, sent: undefined };
  const back = takenBack(sentSince, step(before, after));
  expect(back).toMatchObject({ ...before, sent: { seconds: 900, description: 'Words' } });
});

it('takes back only what the step changed, and leaves what was changed from elsewhere since', () => {
  const before = entry('a', delivered(70));
  const after = edited(before, { ...longer, description: 'Words' });
  const read = { ...after, sent: undefined, description: 'Theirs', task: task(9) };
  expect(takenBack(read, step(before, after))).toMatchObject({
    seconds: 600,
    description: 'Theirs',
    task: { id: 9 },
  });
});

it('brings back what was deleted and hides what was brought back, as the server has to be told', () => {
  const kept = entry('a', delivered(70));
  const gone = removed(kept);
  expect(takenBack(gone, step(kept, gone))?.presence).toBe('restoring');
  expect(takenBack(kept, step(gone, kept))?.presence).toBe('removing');
  // Somebody else has deleted it since.
  const deletedThere = { ...kept, presence: 'removed' } as const;
  expect(takenBack(deletedThere, step(gone, kept))?.presence).toBe('removed');
  // Restored in Toggl Focus meanwhile.
  expect(takenBack(kept, step(kept, gone))).toEqual(kept);
});

it('takes an archive and its way back out again', () => {
  const kept = entry('a', delivered(70));
  const away = archived(kept);
  expect(takenBack(away, step(kept, away))?.archiveState).toBe('unarchiving');
  expect(takenBack(kept, step(away, kept))?.archiveState).toBe('archiving');
  expect(takenBack({ ...kept, description: 'x' }, step(kept, away))?.archiveState).toBe('none');
});

it('leaves nothing of an added entry that was never sent, and deletes one that was', () => {
  const added = entry('a', queued);
  expect(takenBack(added, step(undefined, added))).toBeUndefined();
  const there = { ...added, delivery: delivered(70) };
  expect(takenBack(there, step(undefined, added))?.presence).toBe('removing');
});

it('adds again what was taken back, and nothing that was deleted in Toggl Focus', () => {
  const added = entry('a', queued);
  expect(takenBack(undefined, step(added, undefined))).toEqual(added);
  expect(takenBack(undefined, step(added, edited(added, longer)))).toBeUndefined();
  expect(takenBack(added, step(added, undefined))).toEqual(added);
});

it('compares entries as they came from disk', () => {
  expect(isSame(entry('a', queued), entry('a', queued))).toBe(true);
  expect(isSame(entry('a', queued), undefined)).toBe(false);
});

const before = session({ description: 'Before', timeBlockId: 7 });
const after = session({ startAt: at('09:10'), task: task(2), description: 'After' });

it('gives the running session back what the step changed', () => {
  expect(sessionBack(after, { before, after })).toEqual({
    startAt: before.startAt,
    task: before.task,
    description: 'Before',
    timeBlockId: 7,
  });
  const other = { ...after, startAt: at('09:20'), task: task(3), description: 'x', timeBlockId: 1 };
  expect(sessionBack(other, { before, after })).toEqual({});
});

it('touches no other session, and none where nothing runs', () => {
  expect(sessionBack(undefined, { before, after })).toEqual({});
  expect(sessionBack({ ...after, id: 'other' }, { before, after })).toEqual({});
});

it('gives the entry of an ended session its former start and work, and keeps its end', () => {
  const ended = entry('s1', queued, { ...after, seconds: seconds(600) });
  expect(endedBack(ended, { before, after })).toMatchObject({
    startAt: at('09:00'),
    seconds: 1200,
    task: { id: 1 },
    description: 'Before',
  });
  const moved = { ...ended, startAt: (after.startAt + 1000) as Instant, description: 'x' };
  expect(endedBack(moved, { before, after })).toEqual({ ...moved, task: before.task });
  expect(endedBack(ended, { before: after, after })).toEqual(ended);
});

it('carries out each kind of edit by the transition of its name', () => {
  const kept = entry('a', delivered(70));
  const mine = { ...edited(kept, longer), sent: { ...kept, conflict: true } as const };
  expect(entryAfter(kept, { do: 'change', id: 'a', values: longer }).seconds).toBe(900);
  expect(entryAfter(kept, { do: 'remove', id: 'a' }).presence).toBe('removing');
  expect(entryAfter(removed(kept), { do: 'bring-back', id: 'a' }).presence).toBe('restoring');
  expect(entryAfter(kept, { do: 'archive', id: 'a' }).archiveState).toBe('archiving');
  expect(entryAfter(archived(kept), { do: 'unarchive', id: 'a' }).archiveState).toBe('unarchiving');
  expect(entryAfter(edited(kept, longer), { do: 'revert', id: 'a' }).seconds).toBe(600);
  expect(entryAfter(mine, { do: 'keep-mine', id: 'a' }).sent).toMatchObject({ replace: true });
  expect(entryAfter(mine, { do: 'take-theirs', id: 'a' }).seconds).toBe(600);
  const unsure = { state: 'unknown', sinceAt: at('09:00'), alike: [{ serverId: 7 }] } as const;
  const asked = entry('a', unsure);
  const named = { do: 'identify', id: 'a', serverId: 7, there: undefined } as const;
  expect(entryAfter(asked, named).delivery).toMatchObject({ state: 'delivered', serverId: 7 });
  const none = { do: 'none-of-them', id: 'a', at: at('09:30') } as const;
  expect(entryAfter(asked, none).delivery).toEqual({ state: 'queued' });
});

it('queues a new entry', () => {
  const { startAt, type } = entry('a', queued);
  const values = { startAt, type, task: task(1), description: 'Words', ...longer };
  expect(newEntry('n', { do: 'add', values, timeBlockId: 7 })).toEqual(
    entry('n', queued, { ...values, timeBlockId: 7 }),
  );
});

it('deletes what was added and waits anew, for what was given up of it may come late', () => {
  const added = entry('a', queued);
  expect(takenBack(added, step(undefined, added))).toBeUndefined();
  const late = { sinceAt: at('09:00'), creates: [added] };
  expect(takenBack({ ...added, late }, step(undefined, added))?.presence).toBe('removed');
});

it('gives a session without a task its former one back, and takes a task away again', () => {
  const none = { ...after, task: undefined };
  expect(sessionBack(none, { before, after: none })).toMatchObject({ task: before.task });
  expect(sessionBack(after, { before: none, after })).toHaveProperty('task', undefined);
});

it('leaves the start that was changed from elsewhere, and any that the step did not change', () => {
  const ended = entry('s1', queued, { ...after, startAt: at('09:20'), seconds: seconds(600) });
  expect(endedBack(ended, { before, after }).startAt).toBe(at('09:20'));
});
