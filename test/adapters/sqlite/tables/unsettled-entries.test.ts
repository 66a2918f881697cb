import { expect, it } from 'vitest';
import type { OpenStore } from '../../../../src-main/adapters/sqlite/store.ts';
import { createSeededRandom } from '../../../../src-main/demo/seed/seeded-random.ts';
import type { Late } from '../../../../src-main/domain/entry.ts';
import { valuesOf } from '../../../../src-main/domain/sync/pending-change.ts';
import { scribble } from '../../../support/disk/damage.ts';
import { at, delivered, entry } from '../../../support/values.ts';
import { newFile, openAt } from '../recovery/database-files.ts';
import { MINE } from '../long-life.ts';

const NOW = at('20:00');

const open = (): OpenStore => openAt(newFile(), NOW);

it('counts what a crash cut off from when its request would have been given up', () => {
  const store = open();
  store.putEntry(MINE, entry('a', { state: 'sending', sinceAt: at('10:00') }));
  store.sendingToUnknown(at('10:00:02'), 30_000);
  expect(store.entry('a')?.delivery).toMatchObject({ sinceAt: at('10:00:30') });
});

it('marks as being sent, at once, those of the given entries that are queued', () => {
  const store = open();
  const [a, b, c] = [
    entry('a', { state: 'queued' }),
    entry('b', delivered(70)),
    entry('c', { state: 'queued' }),
  ];
  for (const [place, one] of [a, b, c].entries())
    store.putEntry(MINE, { ...one, startAt: at(`09:0${place}`) });
  store.queuedToSending([a, b], at('10:00'));
  expect(store.entry('a')?.delivery).toEqual({ state: 'sending', sinceAt: at('10:00') });
  expect(store.entry('b')?.delivery).toEqual(delivered(70));
  expect(store.entry('c')?.delivery).toEqual({ state: 'queued' });
});

it('waits no longer than a request does where the clock was set back meanwhile', () => {
  const store = open();
  store.putEntry(MINE, entry('a', { state: 'sending', sinceAt: at('12:00') }));
  store.sendingToUnknown(at('10:00'), 30_000);
  expect(store.entry('a')?.delivery).toMatchObject({ sinceAt: at('10:00:30') });
});

it('finds what the server may keep under an id that nobody has told, by its start', () => {
  const store = open();
  const unknown = { state: 'unknown', sinceAt: at('10:00') } as const;
  store.putEntry(MINE, entry('a', delivered(), { startAt: at('09:00') }));
  store.putEntry(MINE, entry('b', unknown, { startAt: at('09:30') }));
  store.putEntry(MINE, entry('c', delivered(70), { startAt: at('09:40') }));
  store.putEntry(MINE, entry('d', { state: 'queued' }, { startAt: at('09:50') }));
  store.putEntry(MINE, entry('e', delivered(), { startAt: at('10:00') }));
  const found = store.namelessBetween(MINE, at('09:00'), at('10:00'));
  expect(found.map(({ id }) => id)).toEqual(['a', 'b']);
});

it('recovers from a damaged file what may be carried out late, and what cannot be read of it without', () => {
  const file = newFile();
  const store = openAt(file, NOW);
  const delivery = { ...delivered(70), sentAt: at('09:10') };
  const there = entry('a', delivery, { startAt: at('09:00') });
  const late: Late = {
    sinceAt: at('09:20'),
    creates: [valuesOf(there)],
    updates: [{ ...valuesOf(there), only: 'seconds' }, valuesOf(there)],
    deeds: ['archive'],
    others: [71],
    blocked: { status: 451, untilAt: at('10:20') },
  };
  const stored = { ...there, late, lookAt: at('09:25') };
  store.putEntry(MINE, stored);
  expect(store.entry('a')).toEqual(stored);
  const far = { ...late, sinceAt: -1 as typeof NOW };
  store.putEntry(MINE, { ...there, id: 'b', startAt: at('09:01'), late: far });
  store.close();
  scribble(file, 0, 100, createSeededRandom(3));
  const next = openAt(file, NOW);
  expect(next.notice).toMatchObject({ kind: 'database-recovered', entries: 2 });
  expect(next.entry('a')).toEqual(stored);
  expect(next.entry('b')).toEqual({ ...there, id: 'b', startAt: at('09:01') });
});
