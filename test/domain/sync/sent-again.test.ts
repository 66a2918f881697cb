import { expect, it } from 'vitest';
import { adopt } from '../../../src-main/domain/reconcile/adopt-server-entry.ts';
import {
  archived,
  pendingChange,
  sentAgain,
  unarchived,
  undone,
  valuesOf,
} from '../../../src-main/domain/sync/pending-change.ts';
import type { StateChange, Delivery } from '../../../src-main/domain/entry.ts';
import { afterChange } from '../../../src-main/domain/sync/entry-after-response.ts';
import { classifyChangeResponse } from '../../../src-main/domain/sync/classify-response.ts';
import { at, delivered, entry, focusEntry } from '../../support/values.ts';

const refused = { status: 404, reason: 'gone' };
const there = { state: 'delivered', serverId: 7, refused: undefined } as const;

it('queues a refused creation anew, as it is', () => {
  const rejected = { state: 'rejected', ...refused } as const;
  expect(sentAgain(entry('a', rejected)).delivery).toEqual({ state: 'queued' });
});

it('asks for a refused change once more, and brings back what Toggl Focus no longer had', () => {
  const changed = entry('a', { ...there, refused });
  expect(sentAgain(changed)).toMatchObject({ presence: 'restoring', delivery: there });
  const forbidden = entry('a', { ...there, refused: { ...refused, status: 403 } });
  expect(sentAgain(forbidden)).toMatchObject({ presence: 'kept', delivery: there });
});

it.each([
  ['delete', { presence: 'removing' }],
  ['archive', { archiveState: 'archiving' }],
  ['unarchive', { archiveState: 'unarchiving' }],
] as const)('wants a refused %s once more', (change, wanted) => {
  const before = entry('a', there, wanted);
  const response = { kind: 'refused', status: 422, reason: 'locked' } as const;
  const after = afterChange(before, change, before, response);
  expect(after).toMatchObject({ presence: 'kept', delivery: { refused: { deed: change } } });
  expect(pendingChange(after)).toBeUndefined();
  expect(sentAgain(after)).toMatchObject({ ...before, delivery: { refused: undefined } });
  expect(pendingChange(sentAgain(after))).toBe(change);
});

it('wants a refused deed no more that was taken back meanwhile', () => {
  const lock = (deed: StateChange): Delivery => ({
    ...there,
    refused: { status: 422, reason: 'locked', deed },
  });
  expect(undone(entry('a', lock('delete'))).delivery).toEqual({ ...there, refused: undefined });
  const kept = entry('a', lock('archive'));
  expect(unarchived(kept).delivery).toEqual({ ...there, refused: undefined });
  const shelved = entry('a', lock('unarchive'), { archiveState: 'archived' });
  expect(archived(shelved).delivery).toEqual({ ...there, refused: undefined });
  // What was refused is something else.
  expect(undone(kept)).toBe(kept);
});

it('tells its words once more where a late update of ours may have cleared them, which a list does not show', () => {
  const before = entry('a', delivered(7), { description: 'old' });
  const found = focusEntry(7, { startAt: before.startAt, seconds: before.seconds });
  const listed = {
    ...found,
    startAt: before.startAt,
    seconds: before.seconds,
    description: undefined,
  };
  const updates = [{ ...valuesOf(before), description: undefined }];
  const cleared = { ...before, late: { sinceAt: at('09:00'), updates } };
  expect(adopt(before, listed)).toMatchObject({ description: 'old', sent: undefined });
  expect(adopt(cleared, listed)).toMatchObject({ description: 'old', sent: updates[0] });
});

it('keeps the status of whoever answered a change in place of Toggl Focus', () => {
  const foreign = { kind: 'foreign', applied: 'maybe', status: 403, detail: '' } as const;
  const error = { ...foreign, retryAfter: undefined };
  expect(classifyChangeResponse({ ok: false, error, quota: undefined })).toEqual({
    kind: 'unclear',
    foreignStatus: 403,
  });
});

it('has nothing to give up of an archived entry that was never refused', () => {
  const waiting = entry('a', { state: 'queued' }, { archiveState: 'archived' });
  expect(archived(waiting)).toBe(waiting);
});
