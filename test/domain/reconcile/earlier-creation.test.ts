import { expect, it } from 'vitest';
import type { Entry, Values } from '../../../src-main/domain/entry.ts';
import type { FocusEntry } from '../../../src-main/domain/focus-types.ts';
import { createdAnew } from '../../../src-main/domain/sync/late-requests.ts';
import { earlierCreation } from '../../../src-main/domain/reconcile/earlier-creation.ts';
import { merge } from '../../../src-main/domain/reconcile/reconcile-reading.ts';
import { at, entry, focusEntry, task } from '../../support/values.ts';

const NOW = at('09:20:10');
const SENT_AT = at('09:20');

/** Given up as `first`, changed, sent anew, and not answered again. */
function sentTwice(first: Partial<Values>, change: Partial<Entry> = {}, id = 'a'): Entry {
  const unknown = { state: 'unknown', sinceAt: SENT_AT, sentAt: SENT_AT } as const;
  const last = entry(id, unknown, { task: task(3), ...change });
  return createdAnew(last, { ...last, ...first }, at('09:19'));
}

function after(local: readonly Entry[], found: readonly FocusEntry[], id = 'a'): Entry | undefined {
  return merge(local, found, NOW).put.find((one) => one.id === id);
}

it('knows an entry as what was given up before it was sent anew, and tells what was changed since', () => {
  const { put, adopted } = merge([sentTwice({ task: task(1) })], [focusEntry(70)], NOW);
  expect(adopted).toBe(1);
  expect(put).toHaveLength(1);
  expect(put[0]).toMatchObject({
    id: 'a',
    delivery: { state: 'delivered', serverId: 70 },
    task: { id: 3 },
    sent: { task: { id: 1 } },
  });
});

it('waits for what was sent last as for a twin, and takes that away', () => {
  const found = focusEntry(70);
  const known = after([sentTwice({ task: task(1) })], [found])!;
  expect(known.late?.creates).toMatchObject([{ task: { id: 1 } }, { task: { id: 3 } }]);
  expect(known.lookAt).toBe(at('09:25:10'));
  const late = focusEntry(71, { taskId: 3, task: undefined });
  expect(merge([known], [found, late], NOW).twins).toBe(1);
});

it('takes what was sent last for it where both are there, and the other for its twin', () => {
  const last = focusEntry(71, { taskId: 3, task: undefined });
  const { put, twins } = merge([sentTwice({ task: task(1) })], [focusEntry(70), last], NOW);
  expect(twins).toBe(1);
  const ours = put.find(({ id }) => id === 'a');
  expect(ours).toMatchObject({ delivery: { serverId: 71 }, sent: undefined });
  expect(put.find(({ id }) => id === 'server:70')?.presence).toBe('removing');
});

it('knows it by its words, and by the work alone where a list leaves words out', () => {
  const words = { task: task(1), description: 'first' };
  const local = sentTwice(words, { task: task(1), description: 'last' });
  const told = after([local], [focusEntry(70, { description: 'first' })]);
  expect(told).toMatchObject({ description: 'last', sent: { description: 'first' } });
  const untold = after([sentTwice(words, { description: 'last' })], [focusEntry(70)]);
  expect(untold).toMatchObject({
    task: { id: 3 },
    sent: { task: { id: 1 }, description: 'first' },
  });
  expect(after([local], [focusEntry(70, { description: 'another' })])).toBeUndefined();
});

it('concludes nothing from it for what travelled with what was sent last', () => {
  const unknown = { state: 'unknown', sinceAt: SENT_AT, sentAt: SENT_AT } as const;
  const other = entry('b', unknown, { startAt: at('09:10') });
  const told = { createdAt: SENT_AT };
  const changed = focusEntry(71, { startAt: at('09:10'), description: 'another', ...told });
  const local = [sentTwice({ task: task(1) }), other];
  expect(after(local, [focusEntry(70, told), changed])?.delivery).not.toHaveProperty('sentAt');
  expect(after(local, [focusEntry(70, told), changed], 'b')).toBeUndefined();
  // Where it stands as it was sent last, the other one was carried out too.
  const last = focusEntry(70, { ...told, taskId: 3, task: undefined });
  expect(after(local, [last, changed], 'b')?.delivery).toMatchObject({ serverId: 71 });
});

it('is as it was sent last where that was nothing else than before, and expects the other', () => {
  const known = after([sentTwice({})], [focusEntry(70, { taskId: 3, task: undefined })]);
  expect(known?.delivery).toMatchObject({ serverId: 70, sentAt: SENT_AT });
  expect(known?.late?.creates).toHaveLength(1);
});

it('is as it was sent last where a list leaves words out, unless it was sent without before', () => {
  const found = focusEntry(70, { taskId: 3, task: undefined });
  const words = { description: 'last' };
  expect(after([sentTwice({ description: 'first' }, words)], [found])).toMatchObject({
    description: 'last',
    sent: undefined,
  });
  expect(after([sentTwice({ description: undefined }, words)], [found])).toMatchObject({
    description: 'last',
    sent: { description: undefined },
  });
});

it('is what was sent last, and changed there, where it was created with the others of that', () => {
  const unknown = { state: 'unknown', sinceAt: SENT_AT, sentAt: SENT_AT } as const;
  const other = entry('b', unknown, { startAt: at('09:10') });
  const told = { createdAt: SENT_AT };
  const found = [
    focusEntry(71, { startAt: at('09:10'), ...told }),
    focusEntry(72, { description: 'theirs', ...told }),
  ];
  const known = after([sentTwice({ task: task(1), description: 'first' }), other], found);
  expect(known).toMatchObject({ task: { id: 1 }, description: 'theirs', sent: undefined });
});

const [first, last] = [[{ id: 1, name: 'First' }], [{ id: 2, name: 'Last' }]] as const;

it.each([
  ['the earlier ones: a person is asked', first, { state: 'unknown', alike: [{ serverId: 70 }] }],
  ['the last ones', last, { state: 'delivered', serverId: 70 }],
  ['not told by the list', undefined, { state: 'delivered', serverId: 70 }],
])('is known by its tags where nothing else was changed, %s', (_, tags, delivery) => {
  const there = { taskId: 3, task: undefined, createdAt: SENT_AT };
  const found = focusEntry(70, { ...there, ...(tags && { tags }) });
  const known = after([sentTwice({ tags: first }, { tags: last })], [found]);
  expect(known).toMatchObject({ tags: last, delivery, sent: undefined });
});

it('is none of them where it has tags that neither was sent with', () => {
  const found = focusEntry(70, { taskId: 3, task: undefined, tags: null });
  const local = after([sentTwice({ tags: first }, { tags: last })], [found]);
  expect(local?.delivery.state).not.toBe('delivered');
});

it.each([
  ['what was sent last', last, undefined],
  ['what was given up', first, first],
  ['neither', [], undefined],
  ['neither: it has none of its own', null, undefined],
])('is told by tags alone to be %s', (_, tags, known) => {
  const { startAt, seconds, type } = entry('a', { state: 'queued' });
  const found = { ...focusEntry(70, { taskId: 3, tags }), startAt, seconds, type };
  const one = earlierCreation(sentTwice({ tags: first }, { tags: last }), found);
  expect(one?.tags).toEqual(known);
});
