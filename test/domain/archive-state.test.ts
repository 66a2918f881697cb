import { expect, it } from 'vitest';
import {
  archived,
  edited,
  pendingChange,
  removed,
  unarchived,
  valuesOf,
} from '../../src-main/domain/sync/pending-change.ts';
import type { Delivery, ArchiveState } from '../../src-main/domain/entry.ts';
import { afterChange, notThere } from '../../src-main/domain/sync/entry-after-response.ts';
import { at, delivered, entry, seconds } from '../support/values.ts';

/** The archive of Toggl Focus, as an entry goes into it and comes out of it. */

const inArchiveState = (archiveState: ArchiveState, delivery: Delivery = delivered(70)) =>
  entry('a', delivery, { archiveState });
const queued = { state: 'queued' } as const;
const unknown = { state: 'unknown', sinceAt: at('09:10') } as const;
const done = { kind: 'done' } as const;
const locked = { kind: 'refused', status: 422, reason: 'locked' } as const;
const before = valuesOf(entry('a', queued));

it.each([
  ['none', 'archiving', 'none'],
  ['archiving', 'archiving', 'unarchiving'],
  ['archived', 'archived', 'unarchiving'],
  ['unarchiving', 'archiving', 'unarchiving'],
] as const)('from %s it is archived to %s and unarchived to %s', (archiveState, there, back) => {
  expect(archived(inArchiveState(archiveState)).archiveState).toBe(there);
  expect(unarchived(inArchiveState(archiveState)).archiveState).toBe(back);
});

it('tells nothing of an archive that was taken back before the entry was sent', () => {
  expect(unarchived(archived(inArchiveState('none', queued)))).toEqual(
    inArchiveState('none', queued),
  );
  // A lost answer may hide an entry that had been archived before.
  expect(unarchived(archived(inArchiveState('none', unknown))).archiveState).toBe('unarchiving');
});

it('is told last, after what changes the entry itself', () => {
  const doomed = { ...inArchiveState('archiving'), presence: 'removing' } as const;
  expect(pendingChange(doomed)).toBe('delete');
  expect(pendingChange({ ...inArchiveState('archiving'), sent: before })).toBe('update');
  expect(pendingChange(inArchiveState('archiving'))).toBe('archive');
  expect(pendingChange(inArchiveState('unarchiving'))).toBe('unarchive');
  expect(pendingChange(inArchiveState('archived'))).toBeUndefined();
});

it.each([
  ['archive', 'archiving', 'archived'],
  ['archive', 'unarchiving', 'unarchiving'],
  ['unarchive', 'unarchiving', 'none'],
  ['unarchive', 'archiving', 'archiving'],
] as const)('after an %s of an entry that is %s it is %s', (change, archiveState, after) => {
  const waiting = inArchiveState(archiveState);
  expect(afterChange(waiting, change, waiting, done).archiveState).toBe(after);
});

it.each([
  ['archive', 'archiving', 'none'],
  ['unarchive', 'unarchiving', 'archived'],
] as const)(
  'goes back to what the server has when an %s is refused',
  (change, archiveState, after) => {
    const waiting = inArchiveState(archiveState);
    const refused = {
      archiveState: after,
      delivery: { refused: { status: 422, reason: 'locked' } },
    };
    expect(afterChange(waiting, change, waiting, locked)).toMatchObject(refused);
    expect(afterChange(waiting, change, waiting, { kind: 'gone' })).toMatchObject({
      archiveState: after,
      delivery: { refused: { status: 404 } },
    });
    const doomed = removed(waiting);
    expect(afterChange(doomed, change, waiting, locked)).toBe(doomed);
    const other = inArchiveState(archiveState === 'archiving' ? 'unarchiving' : 'archiving');
    expect(afterChange(other, change, waiting, locked)).toBe(other);
  },
);

it('tries once more after a refusal, and brings back first what was deleted there', () => {
  const waiting = inArchiveState('archiving');
  const refused = afterChange(waiting, 'archive', waiting, locked);
  expect(archived(refused)).toEqual(inArchiveState('archiving'));
  const missing = afterChange(waiting, 'archive', waiting, { kind: 'gone' });
  expect(archived(missing)).toEqual({ ...inArchiveState('archiving'), presence: 'restoring' });
});

it('waits behind a refused update, which is not told again as it is', () => {
  const refusal = { status: 422, reason: 'locked' };
  const delivery = { state: 'delivered', serverId: 70, refused: refusal } as const;
  const stuck = entry('a', delivery, { seconds: seconds(900), sent: before });
  const wanted = archived(stuck);
  expect(wanted).toEqual({ ...stuck, archiveState: 'archiving' });
  expect(pendingChange(wanted)).toBeUndefined();
  expect(pendingChange(edited(wanted, { seconds: seconds(800) }))).toBe('update');
});

it.each([
  ['none', 'none'],
  ['archiving', 'archiving'],
  ['archived', 'archiving'],
  ['unarchiving', 'none'],
] as const)('has, from %s, %s before it when it is created anew', (archiveState, anew) => {
  expect(notThere(inArchiveState(archiveState)).archiveState).toBe(anew);
});

it('creates nothing anew that may stand in the archive unseen', () => {
  const restoring = { ...inArchiveState('archived'), presence: 'restoring' } as const;
  expect(afterChange(restoring, 'restore', restoring, { kind: 'gone' })).toMatchObject({
    presence: 'kept',
    archiveState: 'archived',
    delivery: { state: 'delivered', refused: { status: 404 } },
  });
});

const gone = { ...delivered(70), refused: { status: 404, reason: 'not found' } } as const;

it('brings an entry back that is gone there before it is archived', () => {
  expect(archived(inArchiveState('none', gone))).toEqual({
    ...inArchiveState('archiving'),
    presence: 'restoring',
  });
});

it('leaves an update that was refused as gone refused when the entry is archived', () => {
  const refused = { ...inArchiveState('none', gone), sent: before, description: 'new' };
  expect(archived(refused)).toEqual({ ...refused, archiveState: 'archiving' });
  expect(edited(archived(refused), { description: 'other' })).toMatchObject({
    presence: 'restoring',
    archiveState: 'archiving',
    delivery: { refused: undefined },
  });
});
