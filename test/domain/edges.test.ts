import { expect, it } from 'vitest';
import { takeBatch } from '../../src-main/domain/sync/bulk-batches.ts';
import { sameValues } from '../../src-main/domain/sync/pending-change.ts';
import { parseFocusAddress } from '../../src-main/domain/account/parse-focus-address.ts';
import { afterChange } from '../../src-main/domain/sync/entry-after-response.ts';
import { DELIVERY_POLICY } from '../../src-main/domain/sync/delivery-policy.ts';
import { finish, honestEnd } from '../../src-main/domain/timer/session.ts';
import { NO_SUSPICION } from '../../src-main/domain/sync/find-refused-entry.ts';
import { at, delivered, entry, seconds, session, task } from '../support/values.ts';
import { plan } from '../support/core/outbox.ts';

/** Where one second, one field or one entry more or less would be another decision. */

const queued = entry('q', { state: 'queued' });
const unknownSince = (id: string, since: string) =>
  entry(id, { state: 'unknown', sinceAt: at(since) });

it('sends at the very moment at which a hold ends', () => {
  const pause = { reason: 'offline', cause: 'network', untilAt: at('10:00') } as const;
  expect(plan({ queued: [queued], pause })).toMatchObject({ do: 'send' });
});

it('looks up at the very end of the grace period', () => {
  const ripe = unknownSince('r', '09:59:50');
  expect(plan({ unknown: [ripe] })).toEqual({ do: 'look-up', entries: [ripe] });
});

it('waits for the first of several entries to be ripe', () => {
  const unknown = [unknownSince('a', '09:59:58'), unknownSince('b', '09:59:55')];
  expect(plan({ unknown })).toEqual({ do: 'wait', untilAt: at('10:00:05') });
});

it('tells no change of an entry that has none', () => {
  const sentEntry = entry('t', delivered(70));
  expect(plan({ changed: [sentEntry], queued: [queued] })).toMatchObject({ do: 'send' });
});

it('tells no change while an earlier one may be on its way, and sends entries nonetheless', () => {
  const doomed = entry('d', delivered(70), { presence: 'removing' });
  const changesHeldUntil = at('10:00:30');
  const held = { changed: [doomed], changesHeldUntil };
  expect(plan(held)).toEqual({ do: 'wait', untilAt: changesHeldUntil });
  expect(plan({ ...held, queued: [queued] })).toMatchObject({ do: 'send' });
});

it('waits for whatever comes first of a read and a change that are held back', () => {
  const doomed = entry('d', delivered(70), { presence: 'removing' });
  const held = { changed: [doomed], changesHeldUntil: at('10:00:30') };
  const fresh = unknownSince('f', '09:59:55');
  expect(plan({ ...held, unknown: [fresh] })).toEqual({ do: 'wait', untilAt: at('10:00:05') });
  const readsPausedUntil = at('10:20');
  const wait = { do: 'wait', untilAt: at('10:00:30') };
  expect(plan({ ...held, unknown: [fresh], readsPausedUntil })).toEqual(wait);
  const nameless = { ...doomed, delivery: delivered() };
  expect(plan({ changed: [nameless], readsPausedUntil })).toEqual({
    do: 'wait',
    untilAt: readsPausedUntil,
  });
});

it('looks rather than assumes where an entry stands in the wrong list', () => {
  const sending = entry('s', { state: 'sending', sinceAt: at('09:59:59') });
  expect(plan({ unknown: [sending] })).toEqual({ do: 'look-up', entries: [sending] });
  expect(plan({ changed: [queued] })).toEqual({ do: 'look-up', entries: [queued] });
});

it.each([
  ['start', { startAt: at('09:00:01') }],
  ['duration', { seconds: seconds(601) }],
  ['type', { type: 'break' as const }],
  ['task', { task: task(2) }],
  ['lack of a task', { task: undefined }],
  ['description', { description: 'other' }],
])('sees another %s', (_, change) => {
  const one = entry('a', delivered(70));
  const other = { ...one, ...change };
  expect(sameValues(one, other)).toBe(false);
  expect(sameValues(other, one)).toBe(false);
  expect(sameValues(other, { ...other })).toBe(true);
});

it('takes a name and a colour of a task for no change', () => {
  const one = entry('a', delivered(70), { task: task(1, 'Old') });
  expect(sameValues(one, { ...one, task: task(1, 'New') })).toBe(true);
});

it('fills a request to the last byte that may be in it', () => {
  // 4 x (200 + 6 x 41,633) bytes are 999,992; a character more each is too much.
  const of = (length: number) =>
    Array.from({ length: 5 }, (_, index) =>
      entry(String(index), { state: 'queued' }, { description: 'x'.repeat(length) }),
    );
  expect(takeBatch(of(41_633), NO_SUSPICION)).toHaveLength(4);
  expect(takeBatch(of(41_634), NO_SUSPICION)).toHaveLength(3);
  // 5 x (200 + 6 x 33,300) bytes are a million exactly.
  expect(takeBatch(of(33_300), NO_SUSPICION)).toHaveLength(5);
});

it('says in whose hands an entry was deleted, and changes nothing that was not delivered', () => {
  const sentEntry = entry('a', delivered(70));
  expect(afterChange(sentEntry, 'update', sentEntry, { kind: 'gone' }).delivery).toMatchObject({
    refused: { reason: 'The entry was deleted in Toggl Focus.' },
  });
  const refusal = { kind: 'refused', status: 422, reason: 'locked' } as const;
  expect(afterChange(queued, 'update', sentEntry, refusal)).toBe(queued);
});

it('does not hold a refusal against what was changed once more meanwhile', () => {
  const refusal = { kind: 'refused', status: 422, reason: 'locked' } as const;
  const sentEntry = entry('a', delivered(70), { seconds: seconds(900) });
  const again = { ...sentEntry, seconds: seconds(901), sent: entry('a', delivered(70)) };
  expect(afterChange(again, 'update', sentEntry, refusal)).toBe(again);
});

it('keeps what is being removed when an update is refused meanwhile', () => {
  const doomed = entry('a', delivered(70), { presence: 'removing' });
  const refusal = { kind: 'refused', status: 422, reason: 'locked' } as const;
  expect(afterChange(doomed, 'update', doomed, refusal).presence).toBe('removing');
  const kept = entry('a', delivered(70));
  expect(afterChange(kept, 'delete', kept, refusal).presence).toBe('kept');
});

it('finishes a session as an entry that is kept', () => {
  expect(finish(session(), at('09:00'), at('09:10'))).toEqual({
    ...entry('s1', { state: 'queued' }),
  });
});

it('counts the running time from the anchor, wherever its clock began', () => {
  const now = { at: at('09:00'), monotonicMs: 5_000_000 };
  const anchor = { elapsedMs: 60_000, monotonicMs: 4_940_000 };
  expect(honestEnd(session(), now, anchor)).toBe(at('09:02'));
});

it('lets no address in that carries a password', () => {
  expect(parseFocusAddress('https://:secret@focus.toggl.com/1/workspaces/2')).toBeUndefined();
  expect(parseFocusAddress('https://me@focus.toggl.com/1/workspaces/2')).toBeUndefined();
});

it('refuses what no address can be made of', () => {
  expect(parseFocusAddress('https://[/1/workspaces/2')).toBeUndefined();
});

it('takes two numbers however far apart', () => {
  expect(parseFocusAddress('1   2')).toEqual({ organizationId: 1, workspaceId: 2 });
});

it('waits ten seconds for an unclear request, a quarter of an hour at most between two, five minutes more for looks', () => {
  expect(DELIVERY_POLICY).toEqual({
    patienceMs: 30_000,
    graceMs: 10_000,
    backoff: { baseMs: 2_000, capMs: 900_000 },
    lookSpreadMs: 300_000,
    quotaPause: 900,
  });
});
