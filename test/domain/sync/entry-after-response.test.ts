import { expect, it } from 'vitest';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import { afterChange, afterCreate } from '../../../src-main/domain/sync/entry-after-response.ts';
import { at, delivered, entry, seconds } from '../../support/values.ts';

const sending = { state: 'sending', sinceAt: at('09:10') } as const;
const NOW = at('09:11');
/** One instant for all that travel in a request. */
const SENT = { sentAt: sending.sinceAt };
const plain = entry('a', sending);
const changed = entry('a', sending, { seconds: seconds(900), sent: valuesOf(plain) });
const doomed = entry('a', sending, { presence: 'removing' });
const rejection = { kind: 'rejected', status: 404, reason: 'no such task' } as const;
const waiting = { kind: 'wait', pause: { reason: 'offline', cause: 'network' } } as const;

it('is delivered, with what was changed or removed meanwhile still to tell', () => {
  const response = { kind: 'delivered', serverId: 70 } as const;
  expect(afterCreate(plain, response, NOW)).toEqual(entry('a', { ...delivered(70), ...SENT }));
  expect(afterCreate(changed, response, NOW)).toMatchObject({
    seconds: 900,
    sent: { seconds: 600 },
  });
  expect(afterCreate(doomed, response, NOW)).toMatchObject({ presence: 'removing' });
});

it('is unknown from now on when the answer is lost', () => {
  const response = { kind: 'unknown', pause: undefined } as const;
  expect(afterCreate(changed, response, NOW)).toEqual({
    ...changed,
    delivery: { state: 'unknown', sinceAt: NOW, ...SENT },
  });
});

it('goes back into the queue as it is wanted by now, or not at all', () => {
  expect(afterCreate(changed, waiting, NOW)).toEqual(
    entry('a', { state: 'queued' }, { seconds: seconds(900) }),
  );
  expect(afterCreate(doomed, waiting, NOW)).toMatchObject({ presence: 'removed' });
});

it('is rejected, unless it was changed meanwhile and so is another one', () => {
  expect(afterCreate(plain, rejection, NOW).delivery).toEqual({
    state: 'rejected',
    status: 404,
    reason: 'no such task',
  });
  expect(afterCreate(changed, rejection, NOW).delivery).toEqual({ state: 'queued' });
  expect(afterCreate(doomed, rejection, NOW)).toMatchObject({ presence: 'removed' });
});

const told = valuesOf(entry('a', delivered(70), { seconds: seconds(900) }));
const done = { kind: 'done' } as const;
const gone = { kind: 'gone' } as const;
const refusal = { kind: 'refused', status: 422, reason: 'locked' } as const;
const here = (presence: 'kept' | 'removing' | 'removed' | 'restoring') =>
  entry('a', delivered(70), { presence });

it('has nothing left to tell once an update arrived, unless it was changed again', () => {
  const updated = entry('a', delivered(70), { seconds: seconds(900), sent: valuesOf(plain) });
  expect(afterChange(updated, 'update', told, done).sent).toBeUndefined();
  const again = { ...updated, seconds: seconds(1_000) };
  expect(afterChange(again, 'update', told, done).sent).toMatchObject({ seconds: 900 });
});

it.each([
  ['delete', 'removing', 'removed'],
  ['delete', 'kept', 'restoring'],
  ['delete', 'restoring', 'restoring'],
  ['delete', 'removed', 'removed'],
  ['restore', 'restoring', 'kept'],
  ['restore', 'removing', 'removing'],
] as const)('after a %s of an entry that is %s it is %s', (change, before, after) => {
  expect(afterChange(here(before), change, told, done).presence).toBe(after);
});

it.each(['held', 'unclear'] as const)('stays as it is where a delete is %s', (kind) => {
  const removing = here('removing');
  expect(afterChange(removing, 'delete', told, { kind })).toBe(removing);
});

it('is content when what it would delete is gone, and looks again for what cannot be restored', () => {
  expect(afterChange(here('removing'), 'delete', told, gone).presence).toBe('removed');
  expect(afterChange(here('kept'), 'delete', told, gone).delivery).toEqual({ state: 'queued' });
  expect(afterChange(here('restoring'), 'restore', told, gone)).toMatchObject({
    presence: 'kept',
    delivery: { state: 'unknown', sinceAt: 0 },
  });
  expect(afterChange(here('restoring'), 'delete', told, gone)).toEqual(here('restoring'));
  expect(afterChange(here('removing'), 'restore', told, gone).presence).toBe('removed');
  expect(afterChange(here('removed'), 'restore', told, gone)).toEqual(here('removed'));
});

it('says so when what it would update is gone', () => {
  expect(afterChange(here('kept'), 'update', told, gone).delivery).toMatchObject({
    refused: { status: 404 },
  });
  // The 404 may have meant the new task.
  expect(afterChange(here('removing'), 'update', told, gone)).toEqual(here('removing'));
  expect(afterChange(here('restoring'), 'update', told, gone)).toEqual(here('restoring'));
});

it('keeps the reason of a refusal, and shows again what could not be deleted', () => {
  expect(afterChange(here('removing'), 'delete', told, refusal)).toMatchObject({
    presence: 'kept',
    delivery: { refused: { status: 422, reason: 'locked' } },
  });
  expect(afterChange(here('restoring'), 'restore', told, refusal)).toMatchObject({
    presence: 'restoring',
    delivery: { refused: { status: 422 } },
  });
  expect(afterChange(here('removing'), 'restore', told, refusal)).toEqual(here('removing'));
});

it('holds no refusal against what is no longer wanted', () => {
  expect(afterChange(here('kept'), 'delete', told, refusal)).toEqual(here('kept'));
  for (const [change, archiveState] of [
    ['archive', 'archiving'],
    ['unarchive', 'unarchiving'],
  ] as const) {
    const doomed = { ...here('removing'), archiveState };
    expect(afterChange(doomed, change, told, refusal)).toEqual(doomed);
  }
});

it('says of a refused update no more than why, and leaves the archive out of it', () => {
  const updated = entry('a', delivered(70), { seconds: seconds(900), sent: valuesOf(plain) });
  expect(afterChange(updated, 'update', told, refusal)).toEqual({
    ...updated,
    delivery: { ...delivered(70), refused: { status: 422, reason: 'locked' } },
  });
});
