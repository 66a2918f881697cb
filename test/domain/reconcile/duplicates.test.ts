import { expect, it } from 'vitest';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import type { Entry } from '../../../src-main/domain/entry.ts';
import type { FocusEntry } from '../../../src-main/domain/focus-types.ts';
import { inQuestion } from '../../../src-main/domain/sync/in-question.ts';
import { createdAnew } from '../../../src-main/domain/sync/late-requests.ts';
import { merge } from '../../../src-main/domain/reconcile/reconcile-reading.ts';
import { concludeAll, reconcile, type Reading } from '../../support/core/whole-reading.ts';
import { at, delivered, entry, focusEntry, focusTask, seconds } from '../../support/values.ts';

const SENT_ANEW = at('09:15');
const NOW = at('09:20:10');

const reading: Reading = {
  fromAt: at('08:00'),
  toAt: at('10:00'),
  readAt: NOW,
  graceEndedFor: at('09:20'),
  leftOut: [],
  entries: [],
};

function ours(serverId: number | undefined, change: Partial<Entry> = {}): Entry {
  const plain = entry('a', delivered(serverId), change);
  return createdAnew(plain, plain, SENT_ANEW);
}

it('deletes the twin of an entry that is there, once', () => {
  const entries = [focusEntry(70), focusEntry(71), focusEntry(72)];
  const { put, twins } = reconcile([ours(70)], { ...reading, entries });
  expect(twins).toBe(1);
  const after = new Map(put.map((one) => [one.id, one]));
  expect(after.get('a')?.late?.creates).toEqual([]);
  expect(after.get('server:71')?.presence).toBe('removing');
  expect(after.get('server:72')?.presence).toBe('kept');
});

it('takes nothing for a twin that is another in task, words or length', () => {
  const entries = [
    focusEntry(70),
    focusEntry(71, { description: 'another' }),
    focusEntry(72, { seconds: seconds(60) }),
    focusEntry(73, { taskId: 2, task: undefined }),
  ];
  expect(reconcile([ours(70)], { ...reading, entries }).twins).toBe(0);
});

it('finds the twin of what was deleted or archived meanwhile, which is not shown itself', () => {
  const entries = [focusEntry(71)];
  expect(merge([ours(70, { presence: 'removed' })], entries, NOW).twins).toBe(1);
  expect(merge([ours(70, { archiveState: 'archived' })], entries, NOW).twins).toBe(1);
  expect(merge([ours(70)], entries, NOW).twins).toBe(0);
});

it('finds a twin also where the reading came in parts', () => {
  const twin = entry('server:71', delivered(71), { origin: 'server' });
  const { put, twins } = concludeAll([ours(70), twin], reading, new Set([70, 71]));
  expect(twins).toBe(1);
  expect(put).toMatchObject([
    { id: 'a', late: { creates: [] } },
    { id: 'server:71', presence: 'removing' },
  ]);
});

it('finds a twin also that an earlier reading showed', () => {
  const twin = entry('server:71', delivered(71), { origin: 'server' });
  const { put, twins } = merge([ours(70), twin], [focusEntry(70), focusEntry(71)], NOW);
  expect(twins).toBe(1);
  expect(put.find(({ id }) => id === 'server:71')?.presence).toBe('removing');
});

it('is done looking where all places were in sight, and not where one was outside', () => {
  const due = { ...ours(70), lookAt: at('09:20') };
  const readAt = at('09:21');
  const look = (local: Entry): Entry | undefined =>
    concludeAll([local], { ...reading, readAt }, new Set([70])).put[0];
  expect(look(due)).toMatchObject({ lookAt: undefined });
  const elsewhere = { ...valuesOf(due), startAt: at('12:00') };
  expect(look({ ...due, late: { sinceAt: SENT_ANEW, creates: [elsewhere] } })).toBeUndefined();
});

it('takes for ours what is carried out while it waits to be sent anew, and tells what was changed', () => {
  const sent = createdAnew(entry('a', { state: 'queued' }), entry('a', delivered()), SENT_ANEW);
  const [same] = merge([sent], [focusEntry(70)], NOW).put;
  expect(same).toMatchObject({ delivery: delivered(70), sent: undefined });
  const rejected = { state: 'rejected', status: 422, reason: 'locked' } as const;
  const [found] = merge([{ ...sent, delivery: rejected }], [focusEntry(70)], NOW).put;
  expect(found).toMatchObject({ id: 'a', delivery: delivered(70) });
  const [changed] = merge([{ ...sent, description: 'mine' }], [focusEntry(70)], NOW).put;
  expect(changed).toMatchObject({ description: 'mine', sent: { description: undefined } });
  expect(merge([{ ...sent, presence: 'removed' }], [focusEntry(70)], NOW).adopted).toBe(0);
});

it('takes back what a deed that was given up did late', () => {
  const late = (deed: 'restore' | 'archive' | 'unarchive' | 'delete', change: Partial<Entry>) =>
    entry('a', delivered(70), { ...change, late: { sinceAt: SENT_ANEW, deeds: [deed] } });
  const shown = (local: Entry, archived = false): Entry | undefined => {
    const there = focusEntry(70, archived ? { archivedAt: NOW } : {});
    return merge([local], [there], NOW).put[0];
  };
  expect(shown(late('restore', { presence: 'removed' }))?.presence).toBe('removing');
  expect(shown(entry('a', delivered(70), { presence: 'removed' }))?.presence).toBe('kept');
  expect(shown(late('unarchive', { archiveState: 'archived' }))?.archiveState).toBe('archiving');
  expect(shown(late('archive', {}), true)?.archiveState).toBe('unarchiving');
  const missed = (local: Entry): Entry | undefined =>
    concludeAll([local], reading, new Set()).put[0];
  expect(missed(late('delete', {}))?.presence).toBe('restoring');
  expect(missed(late('archive', {}))?.archiveState).toBe('unarchiving');
  expect(concludeAll([late('unarchive', {})], reading, new Set()).removeIds).toEqual(['a']);
});

it('takes nothing for deleted that an update may have moved out of sight', () => {
  const updates = [{ ...valuesOf(ours(70)), startAt: at('12:00') }];
  const moved = entry('a', delivered(70), { late: { sinceAt: SENT_ANEW, updates } });
  expect(concludeAll([moved], reading, new Set())).toMatchObject({ put: [], removeIds: [] });
});

it.each<[string, Partial<Entry>]>([
  ['is being deleted', { presence: 'removing' }],
  ['was deleted', { presence: 'removed' }],
  ["was changed here, and is somebody's by that", { sent: valuesOf(entry('b', delivered())) }],
  ['is one of ours', { origin: 'stint' }],
])('takes nothing for a twin that %s', (_, change) => {
  const row = entry('server:71', delivered(71), { origin: 'server', ...change });
  expect(concludeAll([ours(70), row], reading, new Set([70, 71])).twins).toBe(0);
});

it('finds the twin of an entry without a task', () => {
  const none = { taskId: undefined, task: undefined };
  const entries = [focusEntry(70, none), focusEntry(71, none)];
  expect(merge([ours(70, { task: undefined })], entries, NOW).twins).toBe(1);
});

it('takes for no twin what the entry may be itself, before the person has said so', () => {
  const unknown = { state: 'unknown', sinceAt: SENT_ANEW, sentAt: SENT_ANEW } as const;
  const lost = { ...ours(undefined, { archiveState: 'archiving' }), delivery: unknown };
  const entries = [focusEntry(70, { tagNames: ['x'] }), focusEntry(71, { tagNames: ['y'] })];
  const { put, twins } = merge([lost], entries, NOW);
  expect(twins).toBe(0);
  const open = put.find(({ id }) => id === 'a')!;
  expect(inQuestion(open)).toHaveLength(2);
  const rows = put.filter(({ id }) => id !== 'a');
  expect(concludeAll([open, ...rows], reading, new Set([70, 71])).twins).toBe(0);
});

it('finds the twin that was created long before it was sent anew', () => {
  const sent = ours(70);
  const late = { ...sent, delivery: { ...delivered(70), sentAt: SENT_ANEW } as Entry['delivery'] };
  const twin = focusEntry(71, { createdAt: at('09:00') });
  expect(merge([late], [focusEntry(70), twin], NOW).twins).toBe(1);
});

const strange = { projectId: 9, task: { ...focusTask(1), projectId: 8 } };
/** Ids that are none of its twins, after these were shown. */
function others(local: Entry, ...entries: readonly FocusEntry[]): readonly number[] | undefined {
  const after = merge([local], entries, NOW).put.find(({ id }) => id === 'a') ?? local;
  return after.late?.others;
}

it('remembers that what is alike is another one by its project, of whichever creation', () => {
  const twice = createdAnew(ours(70), { ...ours(70), seconds: seconds(60) }, SENT_ANEW);
  expect(others(twice, focusEntry(70), focusEntry(71, strange))).toEqual([71]);
  const none = { taskId: undefined, task: undefined };
  const loose = focusEntry(71, { ...none, projectId: 9 });
  expect(others(ours(70, { task: undefined }), focusEntry(70, none), loose)).toEqual([71]);
});

it('remembers nothing of what is not alike, nor of itself', () => {
  expect(others(ours(70), focusEntry(70, strange))).toBeUndefined();
  const elsewhere = focusEntry(71, { ...strange, startAt: at('09:30') });
  expect(others(ours(70), focusEntry(70), elsewhere)).toBeUndefined();
  const words = focusEntry(71, { ...strange, description: 'another' });
  expect(others(ours(70), focusEntry(70), words)).toBeUndefined();
});
