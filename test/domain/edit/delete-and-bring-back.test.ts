import { expect, it } from 'vitest';
import type { Delivery, Entry } from '../../../src-main/domain/entry.ts';
import { broughtBack, deleted } from '../../../src-main/domain/edit/delete-and-bring-back.ts';
import { merge } from '../../../src-main/domain/reconcile/reconcile-reading.ts';
import { inQuestion } from '../../../src-main/domain/sync/in-question.ts';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import { at, entry, focusEntry } from '../../support/values.ts';

const SENT = at('09:10');
const NOW = at('09:20');
const ASKED = {
  state: 'unknown',
  sinceAt: NOW,
  sentAt: SENT,
  alike: [{ serverId: 1, tagNames: ['x'] }],
} as const satisfies Delivery;

const mine = (change: Partial<Entry> = {}, delivery: Delivery = ASKED): Entry =>
  entry('a', delivery, { description: 'mine', ...change });
const there = (id: number, tagNames: readonly string[] = []) =>
  focusEntry(id, { description: 'mine', createdAt: SENT, tagNames });

it('is looked for once more where it is deleted while in question', () => {
  const gone = deleted(mine());
  expect(gone).toMatchObject({
    presence: 'removed',
    lookAt: at('09:15'),
    late: { sinceAt: SENT, creates: [{ description: 'mine' }], others: [1] },
  });
  expect(deleted(gone)).toBe(gone);
  const edited = mine({ description: 'new', sent: mine() });
  expect(deleted(edited).late?.creates).toMatchObject([{ description: 'mine' }]);
});

it('is looked for at once where nobody knows when it was sent', () => {
  expect(deleted(mine({}, { ...ASKED, sentAt: undefined })).lookAt).toBeLessThan(NOW);
});

it('is in question once more where that is taken back, and what was given up before is not forgotten', () => {
  expect(broughtBack(deleted(mine()))).toEqual(mine());
  expect(broughtBack(mine())).toEqual(mine());
  // Looked for since, and forgotten.
  expect(broughtBack(mine({ presence: 'removed' }))).toEqual(mine());
  const again = mine({ late: { sinceAt: SENT, creates: [valuesOf(mine())] } });
  expect(broughtBack(deleted(again)).late?.creates).toEqual(again.late?.creates);
});

it('is taken away where it turns up only then, and what it might have been is not', () => {
  const gone = deleted(mine());
  const { put, twins } = merge([gone], [there(1, ['x']), there(3)], NOW);
  expect(twins).toBe(1);
  const presences = put.map(({ id, presence }) => [id, presence]);
  expect(presences).toEqual([
    ['a', 'removed'],
    ['server:1', 'kept'],
    ['server:3', 'removing'],
  ]);
  const known = put.find(({ id }) => id === 'a')!;
  expect(inQuestion(known)).toEqual(inQuestion(gone));
  expect(broughtBack(known)).toMatchObject({ presence: 'kept', late: undefined });
});
