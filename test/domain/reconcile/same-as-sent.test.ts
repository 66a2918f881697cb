import { expect, it } from 'vitest';
import type { Delivery, Entry } from '../../../src-main/domain/entry.ts';
import type { FocusEntry } from '../../../src-main/domain/focus-types.ts';
import { merge } from '../../../src-main/domain/reconcile/reconcile-reading.ts';
import type { TagsOfTask } from '../../../src-main/domain/reconcile/same-as-sent.ts';
import { inQuestion } from '../../../src-main/domain/sync/in-question.ts';
import { at, entry, focusEntry, focusTask } from '../../support/values.ts';

/** Whether what is alike in time and work is ours, may be ours, or is another entry. */

const SENT = at('09:10');
const NOW = at('09:20:10');
const LOST: Delivery = { state: 'unknown', sinceAt: SENT, sentAt: SENT };
const NAMELESS = {
  state: 'delivered',
  serverId: undefined,
  refused: undefined,
  sentAt: SENT,
} as const;
const mine = (change: Partial<Entry> = {}, delivery: Delivery = LOST) =>
  entry('a', delivery, change);
const there = (id: number, change: Partial<FocusEntry> = {}): FocusEntry =>
  focusEntry(id, { createdAt: SENT, ...change });
const untasked = { taskId: undefined, task: undefined };
const tagged = (...tagNames: readonly string[]) => ({ tagNames });

/** The id that ours got, those that are asked about, or `none`. */
function outcome(
  ours: Entry,
  found: readonly FocusEntry[],
  tagsOf?: TagsOfTask,
): number | undefined | 'none' | readonly number[] {
  const after = merge([ours], found, NOW, tagsOf).put.find(({ id }) => id === 'a') ?? ours;
  const alike = inQuestion(after)?.map(({ serverId }) => serverId);
  return alike ?? (after.delivery.state === 'delivered' ? after.delivery.serverId : 'none');
}

it('is not another one by its project where nobody tells in which one its task is', () => {
  const task = { ...focusTask(1), projectId: undefined };
  expect(outcome(mine(), [there(1, { projectId: 9, task })])).toBe(1);
  expect(outcome(mine(), [there(1, { projectId: 9, task: undefined })])).toBe(1);
});

it('is another one by a tag that its task has not, and no question', () => {
  const withTag = there(1, tagged('deep', 'x'));
  expect(outcome(mine(), [withTag], () => ['deep'])).toBe('none');
  const told = { ...withTag, task: { ...focusTask(1), tagNames: ['deep'] } };
  expect(outcome(mine(), [told])).toBe('none');
});

it('is another one by any tag where it has no task, whose tags it could have', () => {
  const loose = there(1, { ...untasked, ...tagged('x') });
  const ours = mine({ task: undefined });
  expect(outcome(ours, [loose])).toBe('none');
  expect(outcome(ours, [loose], () => ['x'])).toBe('none');
});

it('is asked about by a tag where nobody tells those of its task', () => {
  expect(outcome(mine(), [there(1, { task: undefined, ...tagged('x') })])).toEqual([1]);
});

it('asks about none that was created two minutes before it was sent, for clocks are so far apart', () => {
  expect(outcome(mine(), [there(1, { createdAt: at('09:08') })])).toBe(1);
  expect(outcome(mine(), [there(1, { createdAt: at('09:07:59') })])).toEqual([1]);
});

it.each<[string, Partial<FocusEntry>, Partial<FocusEntry>]>([
  ['without words, and with empty ones', {}, { description: '' }],
  ['without tags, and with none', {}, tagged()],
  ['with the same tags in another order', tagged('x', 'y'), tagged('y', 'x')],
  ['archived at different moments', { archivedAt: SENT }, { archivedAt: NOW }],
])('takes the first of two that look the same: %s', (_, one, other) => {
  const found = [there(1, one), there(2, other)];
  expect(outcome(mine(), found, () => ['x', 'y'])).toBe(1);
});

it('asks which of two it is of which one is in the archive', () => {
  expect(outcome(mine(), [there(1), there(2, { archivedAt: SENT })])).toEqual([1, 2]);
});

it('asks which it is also where both were created before it was sent, and it is surely there', () => {
  const early = { createdAt: at('09:00') };
  const found = [there(1, early), there(2, { ...early, ...tagged('deep') })];
  const deep = () => ['deep'];
  expect(outcome(mine({}, NAMELESS), found, deep)).toEqual([1, 2]);
  expect(outcome(mine({}, NAMELESS), found.slice(0, 1), deep)).toBe(1);
});

it('is told by words, in whatever way a server writes white space and accents', () => {
  const ours = mine({ description: 'a caf\u00e9' });
  expect(outcome(ours, [there(1, { description: ' a \t cafe\u0301\n' })])).toBe(1);
  expect(outcome(ours, [there(1, { description: 'acaf\u00e9' })])).toBe('none');
});

it('names of what is asked about the words, the project and the tags that are told', () => {
  const early = { createdAt: at('09:00') };
  const after = (found: FocusEntry, ours = mine()) =>
    merge([ours], [found], NOW).put.find(({ id }) => id === 'a');
  expect(after(there(1, { ...early, ...untasked }), mine({ task: undefined }))).toMatchObject({
    delivery: { alike: [{ serverId: 1, projectName: undefined }] },
  });
  expect(after(there(1, { ...early, projectName: 'Own' }))).toMatchObject({
    delivery: { alike: [{ projectName: 'Own' }] },
  });
});
