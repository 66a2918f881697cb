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
import { askedFor } from '../../../src-main/app/read/drop-entries-outside-range.ts';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import type { Entry } from '../../../src-main/domain/entry.ts';
import type { Reconciliation } from '../../../src-main/domain/reconcile/reconcile-reading.ts';
import { createFakeTime } from '../../support/core/fake-time.ts';
import { at, delivered, entry, focusEntry, seconds } from '../../support/values.ts';

const ACCOUNT = 'focus:1/2' as AccountId;
const NOW = at('12:00');
const MINUTE = 60_000;
const SENT_AT = at('10:00');
/** More than are looked through at a time. */
const MANY = 1_200;
const FIRST_AT = (NOW - MANY * MINUTE) as Instant;
const WINDOW = {
  fromAt: FIRST_AT,
  toAt: NOW,
  readAt: NOW,
  graceEndedFor: at('11:59'),
  leftOut: [],
};

type Bench = { readonly store: Store; readonly readings: ReadingMerge };

function bench(...entries: readonly Entry[]): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'stint-concluding-'));
  const store = createStore(join(folder, 'stint.sqlite'));
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });
  store.transaction(() => {
    for (const one of entries) store.putEntry(ACCOUNT, one);
  });
  return { store, readings: createReadingMerge({ store, clock: createFakeTime(NOW) }) };
}

function startOf(place: number): Instant {
  return (FIRST_AT + place * MINUTE) as Instant;
}

function known(place: number, change: Partial<Entry> = {}): Entry {
  return entry(`k${place}`, delivered(1_000 + place), { startAt: startOf(place), ...change });
}

function inBulk(serverId: number | undefined): Entry['delivery'] {
  return { state: 'delivered', serverId, refused: undefined, sentAt: SENT_AT };
}

const many = Array.from({ length: MANY }, (_, place) => known(place));
const idsOf = (steps: readonly Reconciliation[]): readonly string[] =>
  steps.flatMap(({ removeIds }) => removeIds);

it('takes one of a bulk for deleted where another of the bulk was shown, however far off', () => {
  const first = known(0, { delivery: inBulk(1_000) });
  const lost = known(MANY - 1, { delivery: inBulk(undefined) });
  const { readings, store } = bench(first, ...many.slice(1, -1), lost);
  const seen = new Set(many.map((_, place) => 1_000 + place));
  expect(idsOf([...readings.conclude(ACCOUNT, WINDOW, seen)])).toEqual([lost.id]);
  expect(store.entry(lost.id)).toBeUndefined();
});

it('asks a person about one of a bulk of which nothing was shown', () => {
  const lost = known(3, { delivery: inBulk(undefined) });
  const { readings, store } = bench(known(2), lost);
  expect(idsOf([...readings.conclude(ACCOUNT, WINDOW, new Set([1_002]))])).toEqual([]);
  expect(store.entry(lost.id)?.delivery).toMatchObject({ state: 'rejected', status: 0 });
});

it('finds a twin that another part of the reading showed than the entry', () => {
  const late = { sinceAt: at('11:50'), creates: [valuesOf(known(1))] };
  const { readings, store } = bench(known(1, { late, lookAt: NOW }), known(MANY - 1));
  const { startAt } = known(1);
  expect(readings.merge(ACCOUNT, [focusEntry(1_001, { startAt })]).twins).toBe(0);
  expect(readings.merge(ACCOUNT, [focusEntry(77, { startAt })]).twins).toBe(0);
  const seen = new Set([1_001, 77, 1_000 + MANY - 1]);
  const steps = [...readings.conclude(ACCOUNT, WINDOW, seen)];
  expect(steps.reduce((sum, { twins }) => sum + twins, 0)).toBe(1);
  expect(store.entry('server:77')).toMatchObject({ presence: 'removing' });
  expect(store.entry('k1')).toMatchObject({ presence: 'kept' });
  expect(store.entry('k1')?.lookAt).toBeUndefined();
});

it('leaves no look open for what it showed, be it as long as it may', () => {
  const { readings, store } = bench(...many.map((one) => ({ ...one, lookAt: NOW })));
  const seen = new Set(many.map((_, place) => 1_000 + place));
  expect(idsOf([...readings.conclude(ACCOUNT, WINDOW, seen)])).toEqual([]);
  expect(store.entriesToLookAt(ACCOUNT, MANY)).toEqual([]);
});

it('skips nothing where entries go or are moved between its steps', () => {
  const { readings, store } = bench(...many);
  const seen = new Set<string>();
  let steps = 0;
  for (const { removeIds } of readings.conclude(ACCOUNT, WINDOW, new Set())) {
    for (const id of removeIds) seen.add(id);
    steps += 1;
    // Moved to before all others, as a person may do meanwhile.
    const moved = store.entry(`k${MANY - steps}`);
    if (moved === undefined) continue;
    store.putEntry(ACCOUNT, { ...moved, startAt: startOf(0) });
    seen.add(moved.id);
  }
  expect(seen.size).toBe(MANY);
  expect(steps).toBeGreaterThan(2);
});

it('does not heed what begins where the range ends, but for what is ours', () => {
  const ours = entry('a', delivered(70), { startAt: NOW, seconds: seconds(60) });
  const { store } = bench(ours);
  const found = [69, 70, 71].map((id) => focusEntry(id, { startAt: id === 69 ? FIRST_AT : NOW }));
  expect(askedFor(store, ACCOUNT, found, WINDOW).map(({ id }) => id)).toEqual([69, 70]);
});
