import { expect, it } from 'vitest';
import { edited } from '../../../src-main/domain/sync/pending-change.ts';
import { ACCOUNT, errorOf, openEditRig as open } from '../../support/core/edit-rig.ts';
import { over } from '../../support/core/occupied-spans.ts';
import { at, delivered, task } from '../../support/values.ts';

const queued = { state: 'queued' } as const;
const a = over('a', '09:00-10:00');
const b = over('b', '09:40-10:20');

it('tells what can be undone and done again, in the terms of what was asked for', () => {
  const rig = open([a, b]);
  expect(rig.editService.undo(ACCOUNT)).toBeUndefined();
  rig.edit({ type: 'entries/delete', entryIds: ['a', 'b'] });
  const deleted = { what: 'delete', count: 2, at: at('18:00') };
  expect(rig.editService.undo(ACCOUNT)).toEqual(deleted);
  rig.edit({ type: 'mend/undo' });
  expect(rig.editService.undo(ACCOUNT)).toBeUndefined();
  expect(rig.editService.redo(ACCOUNT)).toEqual(deleted);
  expect(rig.shown().map(({ id }) => id)).toEqual(['a', 'b']);
  rig.edit({ type: 'mend/redo' });
  expect(rig.shown()).toEqual([]);
});

it('tells which entry was changed, or has come, where it is one', () => {
  const rig = open([a]);
  rig.edit({ type: 'entry/edit', entryId: 'a', description: 'One' });
  expect(rig.editService.undo(ACCOUNT)).toMatchObject({ what: 'edit', entryId: 'a' });
  const gap = { fromAt: at('11:00'), toAt: at('11:30') };
  rig.edit({ type: 'gaps/fill', gaps: [gap], taskId: 2 });
  const { entryId } = rig.editService.undo(ACCOUNT) ?? {};
  expect(rig.shown().find(({ id }) => id === entryId)).toMatchObject({ startAt: gap.fromAt });
});

it('has nothing to do again after a new change, and nothing to undo after a disconnect', () => {
  const rig = open([a]);
  rig.edit({ type: 'entry/edit', entryId: 'a', description: 'One' });
  rig.edit({ type: 'mend/undo' });
  rig.edit({ type: 'entry/edit', entryId: 'a', description: 'Two' });
  expect(errorOf(rig.edit({ type: 'mend/redo' }))).toBe('nothing-to-undo');
  expect(rig.editService.undo('focus:9/9' as typeof ACCOUNT)).toBeUndefined();
  rig.editService.forget();
  expect(errorOf(rig.edit({ type: 'mend/undo' }))).toBe('nothing-to-undo');
});

it('remembers a hundred steps, and none that changed nothing', () => {
  const rig = open([a]);
  for (let round = 1; round <= 101; round += 1) {
    rig.edit({ type: 'entry/edit', entryId: 'a', seconds: round });
    rig.edit({ type: 'entry/edit', entryId: 'a', seconds: round });
  }
  while (rig.editService.undo(ACCOUNT) !== undefined) rig.edit({ type: 'mend/undo' });
  expect(rig.shown()).toMatchObject([{ seconds: 1 }]);
});

it('changes all entries of a command or none', () => {
  const rig = open([a, b]);
  const before = rig.visible();
  const ids = ['a', 'b', 'unheard-of'];
  for (const type of ['entries/delete', 'entries/archive', 'entries/restore'] as const) {
    expect(errorOf(rig.edit({ type, entryIds: ids }))).toBe('unknown-entry');
  }
  expect(errorOf(rig.edit({ type: 'entries/shift', entryIds: ['a', 'b'], seconds: 86_400 }))).toBe(
    'ends-in-future',
  );
  expect(errorOf(rig.edit({ type: 'entries/move', entryIds: ['a'], taskId: 99 }))).toBe(
    'unknown-task',
  );
  expect(rig.visible()).toEqual(before);
  expect(rig.editService.undo(ACCOUNT)).toBeUndefined();
});

it('knows what was deleted only to restore it', () => {
  const rig = open([a]);
  rig.edit({ type: 'entries/delete', entryIds: ['a'] });
  expect(errorOf(rig.edit({ type: 'entry/edit', entryId: 'a', seconds: 5 }))).toBe('unknown-entry');
  expect(errorOf(rig.edit({ type: 'entry/split', entryId: 'a', at: at('09:20') }))).toBe(
    'unknown-entry',
  );
  expect(errorOf(rig.edit({ type: 'entries/archive', entryIds: ['a'] }))).toBe('unknown-entry');
  expect(rig.edit({ type: 'entries/restore', entryIds: ['a'] }).ok).toBe(true);
  expect(rig.shown()).toEqual([a]);
});

it('finds another second for what comes back to a taken one, its end kept', () => {
  const rig = open([a]);
  rig.edit({ type: 'entries/delete', entryIds: ['a'] });
  rig.store.putEntry(ACCOUNT, over('c', '09:00-09:01'));
  rig.edit({ type: 'entries/restore', entryIds: ['a'] });
  expect(rig.store.entry('a')).toMatchObject({ startAt: at('09:00:01'), seconds: 3599 });
});

it('queues what it adds, with the task among those used lately', () => {
  const rig = open([a]);
  rig.edit({
    type: 'gaps/fill',
    gaps: [
      { fromAt: at('10:00'), toAt: at('10:30') },
      { fromAt: at('11:00'), toAt: at('11:30') },
    ],
    taskId: 2,
  });
  expect(rig.shown()).toMatchObject([
    { id: 'a' },
    { delivery: queued, origin: 'stint', task: { id: 2 }, seconds: 1800 },
    { delivery: queued, origin: 'stint', task: { id: 2 }, seconds: 1800 },
  ]);
  expect(rig.editService.undo(ACCOUNT)).toMatchObject({ what: 'fill', count: 2 });
  expect(rig.store.recentTasks(ACCOUNT, 5).map(({ id }) => id)).toEqual([2]);
});

it('needs a task or words for activity, and neither for a break', () => {
  const rig = open();
  const past = { type: 'entry/add', startAt: at('09:00'), seconds: 600 } as const;
  expect(errorOf(rig.edit({ ...past, description: ' ' }))).toBe('task-or-description-needed');
  expect(rig.edit({ ...past, entryType: 'break' }).ok).toBe(true);
  expect(rig.shown()).toMatchObject([{ type: 'break', task: undefined }]);
});

it('leaves nothing to be sent of an added entry that was undone before it left', () => {
  const rig = open([a]);
  rig.edit({ type: 'entry/duplicate', entryId: 'a' });
  const { id } = rig.shown()[1]!;
  rig.edit({ type: 'mend/undo' });
  expect(rig.store.entry(id)).toBeUndefined();
  rig.edit({ type: 'mend/redo' });
  expect(rig.store.entry(id)).toMatchObject({ startAt: at('10:00'), delivery: queued });
  rig.tracker.recordCreated(ACCOUNT, [id], { kind: 'delivered', serverId: 70 });
  rig.edit({ type: 'mend/undo' });
  expect(rig.store.entry(id)).toMatchObject({ presence: 'removing' });
});

it('keeps a task that left all lists when its entry is edited', () => {
  const rig = open([{ ...a, task: task(77) }]);
  const edit = { type: 'entry/edit', entryId: 'a', taskId: 77, description: 'Words' } as const;
  expect(rig.edit(edit).ok).toBe(true);
  expect(errorOf(rig.edit({ ...edit, taskId: 78 }))).toBe('unknown-task');
  expect(rig.edit({ ...edit, taskId: null }).ok).toBe(true);
  expect(rig.shown()).toMatchObject([{ task: undefined, description: 'Words' }]);
});

it('moves an entry back to where it began although a change is still to be told', () => {
  const rig = open([{ ...a, delivery: delivered(70) }]);
  rig.edit({ type: 'entry/edit', entryId: 'a', startAt: at('08:00') });
  rig.edit({ type: 'entry/edit', entryId: 'a', startAt: at('09:00') });
  expect(rig.store.entry('a')).toMatchObject({ startAt: at('09:00') });
});

it('decides a conflict, and takes the decision back while nobody has heard of it', () => {
  const mine = edited({ ...a, delivery: delivered(70) }, { description: 'Mine' });
  const conflict = { ...mine, sent: { ...a, description: 'Theirs', conflict: true } as const };
  const rig = open([conflict, b]);
  const resolve = { type: 'entry/resolve', entryId: 'a', keep: 'theirs' } as const;
  expect(errorOf(rig.edit({ ...resolve, entryId: 'b' }))).toBe('no-conflict');
  rig.edit(resolve);
  expect(rig.store.entry('a')).toMatchObject({ description: 'Theirs', sent: undefined });
  rig.edit({ type: 'mend/undo' });
  expect(rig.store.entry('a')).toMatchObject({ description: 'Mine', sent: { conflict: true } });
  rig.edit({ ...resolve, keep: 'mine' });
  expect(rig.store.entry('a')).toMatchObject({ description: 'Mine', sent: { replace: true } });
});

it('archives an entry that is still on its way, and takes it out again', () => {
  const rig = open([a]);
  rig.edit({ type: 'entries/archive', entryIds: ['a'] });
  expect(rig.day(at('09:00')).entries).toMatchObject([{ archived: true }]);
  rig.edit({ type: 'entries/unarchive', entryIds: ['a'] });
  expect(rig.store.entry('a')?.archiveState).toBe('none');
});

it('says so when there is nothing left of a step that could be taken back', () => {
  const rig = open([{ ...a, delivery: delivered(70) }]);
  rig.edit({ type: 'entry/edit', entryId: 'a', description: 'Mine' });
  rig.store.putEntry(ACCOUNT, { ...a, delivery: delivered(70), description: 'Theirs' });
  expect(errorOf(rig.edit({ type: 'mend/undo' }))).toBe('nothing-to-undo');
  expect(rig.store.entry('a')?.description).toBe('Theirs');
  expect(rig.editService.undo(ACCOUNT)).toBeUndefined();
  expect(rig.editService.redo(ACCOUNT)).toBeUndefined();
});

it('never sends again unchanged what was refused, be it changed and undone', () => {
  const rejected = { state: 'rejected', status: 422, reason: 'no' } as const;
  const rig = open([{ ...a, delivery: rejected }]);
  rig.edit({ type: 'entry/edit', entryId: 'a', seconds: 60 });
  expect(rig.store.entry('a')?.delivery).toEqual(queued);
  rig.edit({ type: 'mend/undo' });
  expect(rig.store.entry('a')).toEqual({ ...a, delivery: rejected });
});
