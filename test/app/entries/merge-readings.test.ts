import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Instant } from '#contract';
import { createStore } from '../../../src-main/adapters/sqlite/store.ts';
import {
  createReadingMerge,
  type ReadingMerge,
} from '../../../src-main/app/entries/merge-readings.ts';
import type { AccountId, Store } from '../../../src-main/app/ports/ports.ts';
import { createDeliveryRecord } from '../../../src-main/app/entries/record-delivery.ts';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import type { Entry } from '../../../src-main/domain/entry.ts';
import type { FocusEntry } from '../../../src-main/domain/focus-types.ts';
import { createFakeTime } from '../../support/core/fake-time.ts';
import { at, delivered, entry, focusEntry, MORNING, seconds } from '../../support/values.ts';

const ACCOUNT = 'focus:1/2' as AccountId;
const DAY = 86_400_000;
const unknown = { state: 'unknown', sinceAt: at('08:00') } as const;
const FAR = { fromAt: (at('09:00') - 300 * DAY) as Instant, toAt: at('23:00') };

type Bench = {
  readonly store: Store;
  readonly readings: ReadingMerge;
  readonly has: (id: string) => Entry | undefined;
};

const clock = createFakeTime(at('12:00'));

/** Readings laid over what a real file holds. */
function bench(...entries: readonly Entry[]): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'stint-absorbing-'));
  const store = createStore(join(folder, 'stint.sqlite'));
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });
  for (const one of entries) store.putEntry(ACCOUNT, one);
  return { store, readings: createReadingMerge({ store, clock }), has: (id) => store.entry(id) };
}

function daysAgo(days: number, change: Partial<Entry> = {}): Entry {
  const startAt = (at('09:00') - days * DAY) as Instant;
  return entry(`d${days}`, delivered(100 + days), { startAt, ...change });
}

function shown({ startAt, delivery }: Entry, change: Partial<FocusEntry> = {}): FocusEntry {
  const id = delivery.state === 'delivered' ? (delivery.serverId ?? 900) : 900;
  return focusEntry(id, { startAt, ...change });
}

it('takes over a page of entries that are far apart, and forgets none that it does not show', () => {
  const old = daysAgo(200);
  const lost = daysAgo(90, { delivery: unknown });
  const { readings, has } = bench(old, daysAgo(150), lost);
  const found = [shown(old, { seconds: seconds(900) }), shown(lost), focusEntry(7)];
  expect(readings.merge(ACCOUNT, found)).toMatchObject({ adopted: 1, removeIds: [] });
  expect(has('d200')).toMatchObject({ seconds: 900 });
  expect(has('d90')).toMatchObject({ delivery: delivered(900) });
  expect(has('server:7')).toBeDefined();
  expect(has('d150')).toBeDefined();
});

it('finds what was moved here by how it was sent', () => {
  const lost = entry('a', unknown, {
    startAt: at('12:00'),
    sent: valuesOf(entry('a', unknown)),
  });
  const { readings, has } = bench(lost);
  readings.merge(ACCOUNT, [focusEntry(70)]);
  expect(has('a')).toMatchObject({ startAt: at('12:00'), delivery: delivered(70) });
});

it('recognises what merely reaches into a reading, and concludes nothing from it', () => {
  const night = entry('a', delivered(), { seconds: seconds(20 * 3_600) });
  const { readings, has } = bench(night, entry('b', delivered(71), { seconds: night.seconds }));
  const found = focusEntry(70, { seconds: night.seconds });
  const next = {
    fromAt: at('23:00'),
    toAt: at('23:59'),
    readAt: at('23:59'),
    graceEndedFor: at('22:00'),
    leftOut: [],
  };
  readings.merge(ACCOUNT, [found], next);
  expect([...readings.conclude(ACCOUNT, next, new Set([70]))]).toMatchObject([{ put: [] }]);
  expect(has('a')?.delivery).toEqual(delivered(70));
  expect(has('server:70')).toBeUndefined();
  expect(has('b')).toBeDefined();
});

it('concludes over a year, piece by piece, from what no part has shown', () => {
  const years = [0, 30, 31, 62, 200, 299].map((days) => daysAgo(days));
  const lost = daysAgo(100, { delivery: unknown });
  const waiting = daysAgo(101, { delivery: { state: 'queued' } });
  const older = daysAgo(400);
  const { readings, has } = bench(...years, lost, waiting, older);
  const times = { readAt: at('09:00'), graceEndedFor: at('08:30') };
  const window = { ...FAR, ...times, leftOut: [] };
  const steps = [...readings.conclude(ACCOUNT, window, new Set([100, 131, 399]))];
  expect(steps.flatMap(({ removeIds }) => removeIds).sort()).toEqual(['d200', 'd30', 'd62']);
  expect(steps.map(({ requeued }) => requeued).filter((count) => count > 0)).toEqual([1]);
  expect(has('d100')?.delivery).toEqual({ state: 'queued' });
  expect([has('d0'), has('d31'), has('d299'), has('d101'), has('d400')]).not.toContain(undefined);
});

it('takes an entry to a second in which another one begins, when it was moved there', () => {
  const other = entry('b', unknown, { startAt: at('10:00') });
  const { readings, has, store } = bench(entry('a', delivered(70)), other);
  readings.merge(ACCOUNT, [focusEntry(70, { startAt: at('10:00') })]);
  expect(has('a')).toMatchObject({ startAt: at('10:00') });
  expect(store.startTaken(ACCOUNT, at('10:00'))).toBe(true);
  // Only the one with the id is claimed by it.
  expect(has('b')).toEqual(other);
});

it('shows again what was restored in Toggl Focus, though its second is taken by now', () => {
  const gone = entry('a', delivered(70), { presence: 'removed' });
  const { readings, has } = bench(gone, entry('b', { state: 'queued' }));
  readings.merge(ACCOUNT, [focusEntry(70)]);
  expect(has('a')).toMatchObject({ presence: 'kept', startAt: at('09:00') });
  expect(has('b')).toMatchObject({ startAt: at('09:00') });
});

it('moves an entry on that loses its id in the second of another one', () => {
  const lost = entry('a', delivered(70), { presence: 'restoring' });
  const { store, has } = bench(lost, entry('b', unknown));
  const record = createDeliveryRecord({ store, clock: createFakeTime(MORNING) });
  record.recordChanged(ACCOUNT, lost, 'restore', { kind: 'gone' });
  expect(has('a')).toMatchObject({
    delivery: { state: 'unknown' },
    startAt: at('09:00:01'),
    sent: { startAt: at('09:00') },
  });
});

it('changes nothing where the disk fails in the middle', () => {
  const { store, has } = bench(entry('a', delivered(70)));
  const rewritten: string[] = [];
  const failing: Store = {
    ...store,
    rewriteEntry(account, before, next) {
      store.rewriteEntry(account, before, next);
      rewritten.push(next.id);
    },
    putEntry() {
      throw new Error('disk full');
    },
  };
  const found = [focusEntry(70, { seconds: seconds(900) }), focusEntry(71)];
  expect(() => createReadingMerge({ store: failing, clock }).merge(ACCOUNT, found)).toThrow(
    'disk full',
  );
  expect(rewritten).toEqual(['a']);
  expect(has('a')).toMatchObject({ seconds: 600 });
});
