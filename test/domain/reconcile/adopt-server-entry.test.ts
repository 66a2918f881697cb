import { expect, it } from 'vitest';
import { adopt } from '../../../src-main/domain/reconcile/adopt-server-entry.ts';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import type { Entry, Values } from '../../../src-main/domain/entry.ts';
import type { Finished } from '../../../src-main/domain/finished-entry.ts';
import { at, delivered, entry, focusEntry, seconds, task } from '../../support/values.ts';

const NOW = at('09:20');
const described = entry('a', { state: 'unknown', sinceAt: NOW }, { description: 'Words' });
const silent = { ...valuesOf(described), description: undefined };
const { startAt } = described;
const found = focusEntry(7, { startAt, seconds: described.seconds }) as Finished;

it('tells the words of an entry once more that was sent without them first, where a list tells none', () => {
  const late = { sinceAt: NOW, creates: [silent] };
  const next = adopt({ ...described, late }, found);
  expect(next).toMatchObject({ description: 'Words', sent: { description: undefined } });
});

it.each([
  ['was sent once', undefined],
  ['had words each time', [{ ...silent, description: 'Older' }]],
  ['was sent with another length before', [{ ...silent, seconds: seconds(1) }]],
])('takes the words for told where the entry %s', (_, creates) => {
  const late = creates === undefined ? undefined : { sinceAt: NOW, creates };
  expect(adopt({ ...described, late }, found)).toMatchObject({ description: 'Words' });
  expect(adopt({ ...described, late }, found).sent).toBeUndefined();
});

it('takes over the words that a list tells', () => {
  const late = { sinceAt: NOW, creates: [silent] };
  const next = adopt({ ...described, late }, { ...found, description: 'Theirs' });
  expect(next.description).toBe('Theirs');
});

it('has nothing more to look for once its id is known, but where something may be late', () => {
  const looked = { ...described, lookAt: at('09:25') };
  expect(adopt(looked, found).lookAt).toBeUndefined();
  expect(adopt({ ...looked, late: { sinceAt: NOW } }, found).lookAt).toBe(at('09:25'));
});

it.each(['queued', 'rejected'] as const)(
  'tells nothing anew that a list leaves out, while %s',
  (state) => {
    const waiting: Entry['delivery'] =
      state === 'queued' ? { state } : { state, status: 404, reason: 'gone' };
    const older = { ...silent, seconds: seconds(1) };
    const late = { sinceAt: NOW, creates: [older, valuesOf(described)] };
    const next = adopt({ ...described, delivery: waiting, late }, found);
    expect(next).toMatchObject({ description: 'Words', sent: undefined });
    const changed = adopt({ ...described, delivery: waiting, late, type: 'break' }, found);
    expect(changed).toMatchObject({
      type: 'break',
      sent: { type: 'activity', description: 'Words' },
    });
  },
);

it('tells no words anew that another task was sent without', () => {
  const creates = [{ ...silent, task: task(2) }];
  const next = adopt({ ...described, late: { sinceAt: NOW, creates } }, found);
  expect(next).toMatchObject({ description: 'Words', sent: undefined });
});

it('tells its words anew where one of several updates may have cleared them, and keeps the name of its task', () => {
  const known = { ...described, delivery: delivered(7), task: task(1, 'Named') };
  const updated = (...updates: readonly Partial<Values>[]) =>
    adopt(
      { ...known, late: { sinceAt: NOW, updates: updates.map((one) => ({ ...silent, ...one })) } },
      { ...found, task: undefined },
    );
  const cleared = updated({ description: 'Older' }, {});
  expect(cleared).toMatchObject({ description: 'Words', sent: { description: undefined } });
  expect(cleared.sent?.task?.name).toBe('Named');
  const kept = updated({ description: 'Older' });
  expect([kept.description, kept.sent]).toEqual(['Words', undefined]);
});

it('names a task by its id where nothing else is known of it', () => {
  const next = adopt({ ...described, task: undefined }, { ...found, task: undefined });
  expect(next.task).toEqual(task(1));
});

it.each(['none', 'archived', 'archiving', 'unarchiving'] as const)(
  'stays where it stands on its way into the archive and out: %s',
  (archiveState) => {
    const there = archiveState === 'archived' || archiveState === 'unarchiving';
    const archivedAt = there ? NOW : undefined;
    const late = { sinceAt: NOW, deeds: ['archive', 'unarchive'] as const };
    const known = { ...described, delivery: delivered(7), archiveState, late };
    expect(adopt(known, { ...found, archivedAt }).archiveState).toBe(archiveState);
  },
);

it('is held up no more once it is there', () => {
  const late = { sinceAt: NOW, blocked: { status: 403, untilAt: NOW } };
  expect(adopt({ ...described, late }, found).late).toBeUndefined();
  expect(adopt({ ...described, delivery: delivered(7), late }, found).late).toBe(late);
});

it('is what stands there where it was delivered, though an earlier creation was so as well', () => {
  const late = { sinceAt: NOW, creates: [{ ...silent, description: 'Older' }] };
  const known = { ...described, delivery: delivered(7), late };
  const next = adopt(known, { ...found, description: 'Older' });
  expect(next).toMatchObject({ description: 'Older', sent: undefined });
});
