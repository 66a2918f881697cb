import { expect, it } from 'vitest';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import { reconcile, type Reading } from '../../support/core/whole-reading.ts';
import { at, delivered, entry, focusEntry, seconds, task } from '../../support/values.ts';

const unknown = { state: 'unknown', sinceAt: at('09:10') } as const;

function reading(change: Partial<Reading> = {}): Reading {
  return {
    fromAt: at('00:00'),
    toAt: at('23:59:59'),
    entries: [],
    readAt: at('09:20:10'),
    graceEndedFor: at('09:20'),
    leftOut: [],
    ...change,
  };
}

it('adopts an unknown entry that the server holds', () => {
  const result = reconcile([entry('a', unknown)], reading({ entries: [focusEntry(70)] }));
  expect(result).toMatchObject({ adopted: 1, requeued: 0 });
  expect(result.put).toMatchObject([{ id: 'a', delivery: { state: 'delivered', serverId: 70 } }]);
});

it('puts an unknown entry back into the queue when the server does not hold it', () => {
  const result = reconcile([entry('a', unknown)], reading());
  expect(result).toMatchObject({ adopted: 0, requeued: 1 });
  expect(result.put).toMatchObject([{ id: 'a', delivery: { state: 'queued' } }]);
});

it('concludes nothing from a miss while the request may still be on its way', () => {
  const result = reconcile([entry('a', unknown)], reading({ graceEndedFor: at('09:09') }));
  expect(result.put).toEqual([]);
});

it('concludes nothing from a miss outside the window that was read', () => {
  const early = entry('a', unknown, { startAt: at('06:00') });
  expect(reconcile([early], reading({ fromAt: at('07:00') })).put).toEqual([]);
});

it.each([
  ['another start', { startAt: at('09:00:01') }],
  ['another duration', { seconds: seconds(601) }],
  ['another task', { taskId: 2 }],
  ['another type', { type: 'break' as const }],
  ['no task', { taskId: undefined }],
])('does not take an entry with %s for its own', (_, change) => {
  const result = reconcile([entry('a', unknown)], reading({ entries: [focusEntry(70, change)] }));
  expect(result).toMatchObject({ adopted: 0, requeued: 1 });
});

it('lets an entry of the server be claimed once only', () => {
  const twins = [entry('a', unknown), entry('b', unknown)];
  const result = reconcile(twins, reading({ entries: [focusEntry(70)] }));
  expect(result).toMatchObject({ adopted: 1, requeued: 1 });
});

it('does not let an unknown entry claim what another entry is known to be', () => {
  const known = entry('a', delivered(70));
  const result = reconcile([known, entry('b', unknown)], reading({ entries: [focusEntry(70)] }));
  expect(result).toMatchObject({ adopted: 0, requeued: 1 });
});

it('learns the id of an entry that was delivered without one', () => {
  const nameless = entry('a', delivered());
  const result = reconcile([nameless], reading({ entries: [focusEntry(70)] }));
  expect(result.put).toMatchObject([{ id: 'a', delivery: { serverId: 70 } }]);
});

it('takes over what was changed in Toggl Focus', () => {
  const ours = entry('a', delivered(70));
  const changed = focusEntry(70, { seconds: seconds(900), description: 'longer' });
  const result = reconcile([ours], reading({ entries: [changed] }));
  expect(result.put).toMatchObject([{ id: 'a', seconds: 900, description: 'longer' }]);
});

it('adds entries made elsewhere, and not running, planned or deleted ones', () => {
  const entries = [
    focusEntry(70),
    focusEntry(71, { seconds: undefined }),
    focusEntry(72, { startAt: undefined }),
    focusEntry(73, { deletedAt: at('09:30') }),
  ];
  const result = reconcile([], reading({ entries }));
  expect(result.put.map(({ id, origin }) => [id, origin])).toEqual([['server:70', 'server']]);
});

it('drops what was deleted in Toggl Focus', () => {
  const gone = entry('a', delivered(70));
  expect(reconcile([gone], reading()).removeIds).toEqual(['a']);
});

it('never touches what waits or was rejected', () => {
  const waiting = entry('a', { state: 'queued' }, { startAt: at('09:00') });
  const rejected = entry('b', { state: 'rejected', status: 404, reason: 'no such task' });
  const result = reconcile([waiting, rejected], reading());
  expect(result).toMatchObject({ put: [], removeIds: [] });
});

it('recognises an entry without a task', () => {
  const taskless = entry('a', unknown, { task: undefined, description: 'Mail' });
  const found = focusEntry(70, { taskId: undefined, task: undefined, description: 'Mail' });
  const result = reconcile([taskless], reading({ entries: [found] }));
  expect(result.put).toMatchObject([{ id: 'a', description: 'Mail', task: undefined }]);
});

it('keeps the name of a task that the server does not embed', () => {
  const result = reconcile(
    [entry('a', unknown, { task: task(1, 'Schema work') })],
    reading({ entries: [focusEntry(70, { task: undefined })] }),
  );
  expect(result.put[0]?.task?.name).toBe('Schema work');
});

it('recognises what was sent, whatever the person has made of it since', () => {
  const changed = entry('a', unknown, {
    seconds: seconds(300),
    sent: { ...entry('a', unknown), seconds: seconds(600) },
  });
  const result = reconcile([changed], reading({ entries: [focusEntry(70)] }));
  expect(result.put).toMatchObject([{ id: 'a', seconds: 300, sent: { seconds: 600 } }]);
});

it('keeps a change on top of what was changed elsewhere meanwhile', () => {
  const changed = entry('a', delivered(70), {
    description: 'mine',
    sent: entry('a', delivered(70)),
  });
  const theirs = focusEntry(70, { seconds: seconds(900) });
  const result = reconcile([changed], reading({ entries: [theirs] }));
  expect(result.put).toMatchObject([
    { description: 'mine', seconds: 900, sent: { description: undefined, seconds: 900 } },
  ]);
});

it('has nothing to tell when the same change was made elsewhere', () => {
  const changed = entry('a', delivered(70), {
    description: 'same',
    sent: entry('a', delivered(70)),
  });
  const theirs = focusEntry(70, { description: 'same' });
  const result = reconcile([changed], reading({ entries: [theirs] }));
  expect(result.put).toMatchObject([{ description: 'same', sent: undefined }]);
});

it('drops a requeued entry that was deleted here meanwhile', () => {
  const doomed = entry('a', unknown, { presence: 'removing' });
  const result = reconcile([doomed], reading());
  expect(result.put).toMatchObject([{ presence: 'removed', delivery: { state: 'queued' } }]);
});

it('asks about a changed entry that is not shown where its id was never learnt', () => {
  const changed = entry('a', delivered(), {
    description: 'mine',
    sent: entry('a', delivered(70)),
  });
  const result = reconcile([changed], reading());
  expect(result.put).toMatchObject([
    { description: 'mine', sent: undefined, delivery: { state: 'rejected', status: 0 } },
  ]);
});

it('leaves an entry to its change where an unanswered one may have moved it out of the reading', () => {
  const sent = entry('a', delivered(70));
  const moved = entry('a', delivered(70), { seconds: seconds(60), presence: 'removing', sent });
  expect(reconcile([moved], reading()).put).toEqual([]);
});

it('leaves alone what begins where the reading ends', () => {
  const { toAt } = reading();
  const next = focusEntry(71, { startAt: toAt });
  expect(reconcile([], { ...reading(), entries: [next] }).put).toEqual([]);
});

it('is done with a removal that somebody else has made', () => {
  const doomed = entry('a', delivered(70), { presence: 'removing' });
  expect(reconcile([doomed], reading()).put).toMatchObject([{ presence: 'removed' }]);
});

it('leaves what was removed here and there to be undone', () => {
  const done = entry('a', delivered(70), { presence: 'removed' });
  expect(reconcile([done], reading())).toMatchObject({ put: [], removeIds: [] });
});

it('shows again what was restored in Toggl Focus', () => {
  const done = entry('a', delivered(70), { presence: 'removed' });
  const result = reconcile([done], reading({ entries: [focusEntry(70)] }));
  expect(result.put).toMatchObject([{ presence: 'kept' }]);
});

it('does not take a reading for the last word on an update without an answer', () => {
  const sent = { ...valuesOf(entry('a', delivered(70))), unsure: true } as const;
  const changed = entry('a', delivered(70), { seconds: seconds(900), sent });
  const found = focusEntry(70, { seconds: seconds(1200), archivedAt: at('09:30') });
  const result = reconcile([changed], reading({ entries: [found] }));
  expect(result.put).toMatchObject([{ seconds: 900, sent, archiveState: 'archived' }]);
});
