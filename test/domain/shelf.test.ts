import { expect, it } from 'vitest';
import {
  archived,
  edited,
  pendingChange,
  removed,
  unarchived,
  valuesOf,
} from '../../src-main/domain/change.ts';
import type { Delivery, Shelf } from '../../src-main/domain/entry.ts';
import { afterChange, notThere } from '../../src-main/domain/outcome.ts';
import { at, delivered, entry, seconds } from '../support/values.ts';

/** The archive of Toggl Focus, as an entry goes into it and comes out of it. */

const onShelf = (shelf: Shelf, delivery: Delivery = delivered(70)) =>
  entry('a', delivery, { shelf });
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
] as const)('from %s it is archived to %s and unarchived to %s', (shelf, there, back) => {
  expect(archived(onShelf(shelf)).shelf).toBe(there);
  expect(unarchived(onShelf(shelf)).shelf).toBe(back);
});

it('tells nothing of an archive that was taken back before the entry was sent', () => {
  expect(unarchived(archived(onShelf('none', queued)))).toEqual(onShelf('none', queued));
  // A lost answer may hide an entry that had been archived before.
  expect(unarchived(archived(onShelf('none', unknown))).shelf).toBe('unarchiving');
});

it('is told last, after what changes the entry itself', () => {
  const doomed = { ...onShelf('archiving'), presence: 'removing' } as const;
  expect(pendingChange(doomed)).toBe('delete');
  expect(pendingChange({ ...onShelf('archiving'), sent: before })).toBe('update');
  expect(pendingChange(onShelf('archiving'))).toBe('archive');
  expect(pendingChange(onShelf('unarchiving'))).toBe('unarchive');
  expect(pendingChange(onShelf('archived'))).toBeUndefined();
});

it.each([
  ['archive', 'archiving', 'archived'],
  ['archive', 'unarchiving', 'unarchiving'],
  ['unarchive', 'unarchiving', 'none'],
  ['unarchive', 'archiving', 'archiving'],
] as const)('after an %s of an entry that is %s it is %s', (change, shelf, after) => {
  const told = onShelf(shelf);
  expect(afterChange(told, change, told, done).shelf).toBe(after);
});

it.each([
  ['archive', 'archiving', 'none'],
  ['unarchive', 'unarchiving', 'archived'],
] as const)('goes back to what the server has when an %s is refused', (change, shelf, after) => {
  const told = onShelf(shelf);
  const refused = { shelf: after, delivery: { refused: { status: 422, reason: 'locked' } } };
  expect(afterChange(told, change, told, locked)).toMatchObject(refused);
  expect(afterChange(told, change, told, { kind: 'gone' })).toMatchObject({
    shelf: after,
    delivery: { refused: { status: 404 } },
  });
  const doomed = removed(told);
  expect(afterChange(doomed, change, told, locked)).toBe(doomed);
  const other = onShelf(shelf === 'archiving' ? 'unarchiving' : 'archiving');
  expect(afterChange(other, change, told, locked)).toBe(other);
});

it('tries once more after a refusal, and brings back first what was deleted there', () => {
  const told = onShelf('archiving');
  const refused = afterChange(told, 'archive', told, locked);
  expect(archived(refused)).toEqual(onShelf('archiving'));
  const missing = afterChange(told, 'archive', told, { kind: 'gone' });
  expect(archived(missing)).toEqual({ ...onShelf('archiving'), presence: 'restoring' });
});

it('waits behind a refused update, which is not told again as it is', () => {
  const refusal = { status: 422, reason: 'locked' };
  const delivery = { state: 'delivered', serverId: 70, refused: refusal } as const;
  const stuck = entry('a', delivery, { seconds: seconds(900), sent: before });
  const wanted = archived(stuck);
  expect(wanted).toEqual({ ...stuck, shelf: 'archiving' });
  expect(pendingChange(wanted)).toBeUndefined();
  expect(pendingChange(edited(wanted, { seconds: seconds(800) }))).toBe('update');
});

it.each([
  ['none', 'none'],
  ['archiving', 'archiving'],
  ['archived', 'archiving'],
  ['unarchiving', 'none'],
] as const)('has, from %s, %s before it when it is created anew', (shelf, anew) => {
  expect(notThere(onShelf(shelf)).shelf).toBe(anew);
});

it('creates nothing anew that may stand in the archive unseen', () => {
  const restoring = { ...onShelf('archived'), presence: 'restoring' } as const;
  expect(afterChange(restoring, 'restore', restoring, { kind: 'gone' })).toMatchObject({
    presence: 'kept',
    shelf: 'archived',
    delivery: { state: 'delivered', refused: { status: 404 } },
  });
});
