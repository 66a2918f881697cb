import { DatabaseSync } from '@photostructure/sqlite';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { createStore } from '../../../../src-main/adapters/sqlite/store.ts';
import type { AccountId, Store } from '../../../../src-main/app/ports/ports.ts';
import type { Delivery, Entry } from '../../../../src-main/domain/entry.ts';
import { valuesOf } from '../../../../src-main/domain/sync/pending-change.ts';
import { at, delivered, entry, seconds, task } from '../../../support/values.ts';
import { newFile } from '../recovery/database-files.ts';

const MINE = 'focus:1/2' as AccountId;
const OTHER = 'focus:1/3' as AccountId;

function open(file = newFile()): Store {
  const store = createStore(file);
  onTestFinished(() => {
    store.close();
  });
  return store;
}

function rowsOf(file: string): unknown {
  const db = new DatabaseSync(file);
  const rows: unknown = db.prepare('SELECT * FROM entries ORDER BY id').all();
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  db.close();
  return rows;
}

const moment = fc.constantFrom(at('09:00'), at('10:00'), at('11:00'));
const base = valuesOf(entry('x', delivered(), { description: 'before' }));
const refused = { status: 422, reason: 'locked', deed: 'archive' } as const;
const alike = { serverId: 81, description: 'words' } as const;
const delivery = fc.constantFrom<Delivery[]>(
  { state: 'queued' },
  { state: 'sending', sinceAt: at('12:00') },
  { state: 'unknown', sinceAt: at('12:01'), sentAt: at('12:00') },
  { state: 'unknown', sinceAt: at('12:01'), alike: [alike] },
  delivered(70),
  delivered(),
  { state: 'delivered', serverId: 71, refused: undefined, sentAt: at('12:00') },
  { state: 'delivered', serverId: 72, refused },
  { state: 'rejected', status: 404, reason: 'gone' },
);
/** All but what is absent where it is not set. */
const ALWAYS = [
  'id',
  'origin',
  'startAt',
  'seconds',
  'type',
  'task',
  'description',
  'delivery',
  'presence',
  'archiveState',
  'timeBlockId',
  'sent',
] as const;
const anyEntry: fc.Arbitrary<Entry> = fc.record(
  {
    id: fc.constant('a'),
    origin: fc.constant('stint' as const),
    startAt: moment,
    seconds: fc.constantFrom(seconds(60), seconds(900)),
    type: fc.constantFrom('activity', 'break' as const),
    task: fc.constantFrom(undefined, task(1), task(2), task(1, 'other name')),
    description: fc.constantFrom(undefined, '', 'words'),
    delivery,
    presence: fc.constantFrom('kept', 'removing', 'removed', 'restoring' as const),
    archiveState: fc.constantFrom('none', 'archiving', 'archived', 'unarchiving' as const),
    timeBlockId: fc.constantFrom(undefined, 5),
    sent: fc.constantFrom(
      undefined,
      base,
      { ...base, unsure: true } as const,
      { ...base, conflict: true } as const,
    ),
    late: fc.constantFrom(
      { sinceAt: at('12:00'), creates: [base] },
      { sinceAt: at('12:00'), blocked: { status: 403, untilAt: at('13:00') } },
    ),
    lookAt: moment,
  },
  { noNullPrototype: true, requiredKeys: [...ALWAYS] },
);

it('leaves an entry that is rewritten as one that is put whole would stand, in every column and index', () => {
  const files = [newFile(), newFile()] as const;
  const [rewriting, putting] = [open(files[0]), open(files[1])];
  fc.assert(
    fc.property(anyEntry, anyEntry, (before, next) => {
      for (const store of [rewriting, putting]) store.putEntry(MINE, before);
      const [known] = rewriting.entriesWithIds(['a']);
      expect(known).toEqual(rewriting.entry('a'));
      rewriting.rewriteEntry(MINE, known ?? before, next);
      putting.putEntry(MINE, next);
      expect(rewriting.entry('a')).toEqual(putting.entry('a'));
      expect(rowsOf(files[0])).toEqual(rowsOf(files[1]));
    }),
    { numRuns: 200 },
  );
});

it('finds those of the ids that are there', () => {
  const store = open();
  for (const [place, id] of ['a', 'b', 'c'].entries()) {
    store.putEntry(MINE, entry(id, { state: 'queued' }, { startAt: at(`09:0${place}`) }));
  }
  const found = store.entriesWithIds(['c', 'nowhere', 'a', 'a']);
  expect(found.map(({ id }) => id).sort()).toEqual(['a', 'c']);
  expect(store.entriesWithIds([])).toEqual([]);
});

it('puts what is there no more, and leaves what another account has under that id', () => {
  const store = open();
  const mine = entry('a', delivered(70));
  store.rewriteEntry(MINE, mine, { ...mine, description: 'anew' });
  expect(store.entry('a')).toMatchObject({ description: 'anew' });
  store.rewriteEntry(OTHER, mine, { ...mine, description: 'theirs' });
  expect(store.entry('a')).toMatchObject({ description: 'anew' });
  expect(store.entry(`a@${OTHER}`)).toMatchObject({ description: 'theirs' });
});

it('refuses a span that could not be read back, and writes nothing of it', () => {
  const store = open();
  const mine = entry('a', delivered(70));
  store.putEntry(MINE, mine);
  const odd = { ...mine, seconds: seconds(-1), description: 'odd' };
  expect(() => {
    store.rewriteEntry(MINE, mine, odd);
  }).toThrow(RangeError);
  expect(store.entry('a')).toEqual(mine);
});
