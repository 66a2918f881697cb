import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { adopt } from '../../../src-main/domain/reconcile/adopt-server-entry.ts';
import { fateOfChange } from '../../../src-main/domain/sync/bulk-batches.ts';
import { edited, removed, undone, valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import type { Entry } from '../../../src-main/domain/entry.ts';
import { isFinished } from '../../../src-main/domain/finished-entry.ts';
import { lookedFor, beingSent } from '../../../src-main/domain/sync/late-requests.ts';
import { afterCreate, metAlone } from '../../../src-main/domain/sync/entry-after-response.ts';
import {
  blocked,
  blockedIn,
  freed,
  isBlockedBy,
  isFree,
  isHeldUp,
  unblocked,
  unblockedFirst,
} from '../../../src-main/domain/sync/held-up-entry.ts';
import { metForeign, NO_SUSPICION } from '../../../src-main/domain/sync/find-refused-entry.ts';
import { at, delivered, entry, focusEntry, seconds } from '../../support/values.ts';
import { plan } from '../../support/core/outbox.ts';

const NOW = at('09:20');
const HOUR = 3_600_000;
const waiting = entry('a', { state: 'queued' }, { description: 'odd' });
const once = blocked(waiting, 403, NOW);
const twice = blocked(once, 403, NOW);

it('is tried again at once the first time, and once an hour from the second on', () => {
  expect(isFree(waiting, NOW)).toBe(true);
  expect(isFree(once, NOW)).toBe(true);
  expect(isFree(twice, NOW)).toBe(false);
  expect(isFree(twice, (NOW + HOUR) as Instant)).toBe(true);
});

it('says that it is held up from the second time on, until a person asks', () => {
  expect([waiting, once, twice, freed(twice)].map(isHeldUp)).toEqual([false, false, true, false]);
});

it('holds back others as long as it may be meant for all', () => {
  expect(isBlockedBy(waiting, 403)).toBe(false);
  expect(isBlockedBy(once, 403)).toBe(true);
  expect([499, 500, 502].map((status) => isBlockedBy(once, status))).toEqual([true, false, false]);
  expect(isFree(blocked(once, 502, NOW), NOW)).toBe(true);
});

it('stands behind all others, the one first that was tried longest ago', () => {
  const other = entry('b', { state: 'queued' });
  expect(unblockedFirst([once, other], NOW)).toEqual([other]);
  const later = blocked(entry('c', { state: 'queued' }), 403, at('09:21'));
  expect(unblockedFirst([later, once], at('09:21'))).toEqual([once]);
  expect(unblockedFirst([twice], NOW)).toEqual([]);
});

it('forgets it when it passes, and keeps what else may be late', () => {
  expect(unblocked(waiting)).toBe(waiting);
  expect(unblocked(once).late).toBeUndefined();
  for (const late of [
    { creates: [valuesOf(waiting)] },
    { updates: [valuesOf(waiting)] },
    { deeds: ['delete'] as const },
  ]) {
    const entryOf: Entry = { ...once, late: { ...once.late!, ...late } };
    expect(unblocked(entryOf).late).toEqual({ sinceAt: NOW, ...late });
  }
});

it('is tried at once where a person asks or wants something else', () => {
  expect(freed(waiting)).toBe(waiting);
  expect(isFree(freed(twice), NOW)).toBe(true);
  expect(blockedIn(edited(twice, { description: 'other' }))).toBeUndefined();
  expect(blockedIn(edited(twice, { seconds: seconds(60) }))).toEqual({ status: 403, untilAt: 0 });
  expect(isFree(removed(twice), NOW)).toBe(true);
  expect(isFree(undone({ ...twice, presence: 'removed' }), NOW)).toBe(true);
});

it('is not blamed for words that it no longer has', () => {
  const met = (leaving: Entry): Entry => metAlone(waiting, leaving, { foreignStatus: 403 }, NOW);
  expect(blockedIn(met(waiting))).toEqual({ status: 403, untilAt: NOW });
  expect(met({ ...waiting, description: 'before' })).toBe(waiting);
  expect(metAlone(waiting, waiting, {}, NOW)).toBe(waiting);
});

it('is no longer held up once Toggl Focus says a word about it', () => {
  const answer = (response: Parameters<typeof afterCreate>[1]): Entry =>
    afterCreate(once, response, NOW);
  expect(blockedIn(answer({ kind: 'delivered', serverId: 70 }))).toBeUndefined();
  expect(blockedIn(answer({ kind: 'rejected', status: 400, reason: '' }))).toBeUndefined();
  expect(blockedIn(answer({ kind: 'unknown', pause: undefined }))).toBeDefined();
  const found = [focusEntry(70)].find(isFinished)!;
  expect(blockedIn(adopt({ ...once, delivery: { state: 'unknown', sinceAt: NOW } }, found))).toBe(
    undefined,
  );
  expect(blockedIn(adopt({ ...once, delivery: delivered(70) }, found))).toBeDefined();
});

it('stays held up though what was given up of it is forgotten', () => {
  const leaving = beingSent(once, 'update', NOW);
  const later = (NOW + 2 * HOUR) as Instant;
  expect(lookedFor(leaving, later).late).toEqual(once.late);
  expect(lookedFor(beingSent(waiting, 'update', NOW), later).late).toBeUndefined();
});

it('searches a bulk that somebody in between answered, and refuses none of it', () => {
  const batch = [waiting, entry('b', { state: 'queued' })];
  expect(metForeign(NO_SUSPICION, batch).suspects).toEqual(['a', 'b']);
  expect(metForeign({ ...NO_SUSPICION, suspects: ['a', 'b'] }, [waiting]).suspects).toEqual([]);
  expect(fateOfChange({ kind: 'unclear', foreignStatus: 403 })).toBe('refused');
  expect(fateOfChange({ kind: 'unclear' })).toBe('stayed');
});

it('waits until the first of them is to be tried', () => {
  const untilAt = (NOW + HOUR) as Instant;
  expect(plan({ now: NOW, queued: [twice] })).toEqual({ do: 'wait', untilAt });
  const change: Entry = {
    ...twice,
    delivery: delivered(70),
    sent: valuesOf(entry('a', delivered())),
  };
  expect(plan({ now: NOW, changed: [change] })).toEqual({ do: 'wait', untilAt });
});
