import { expect, it } from 'vitest';
import { merge } from '../../../src-main/domain/reconcile/reconcile-reading.ts';
import { resolved } from '../../../src-main/domain/reconcile/three-way-merge.ts';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import type { Entry } from '../../../src-main/domain/entry.ts';
import { at, delivered, entry, focusEntry } from '../../support/values.ts';

const PLAN = focusEntry(70, {
  startAt: undefined,
  seconds: undefined,
  plannedStartAt: at('15:00'),
});
const known = (change: Partial<Entry> = {}) => entry('a', delivered(70), change);
const sent = valuesOf(known());
const laid = (ours: Entry) => merge([ours], [PLAN], at('12:00'));

it('is no tracked time any more once it has no start there', () => {
  expect(laid(known())).toMatchObject({ put: [], removeIds: ['a'] });
});

it.each(['archived', 'archiving'] as const)('nor is it where it is %s', (archiveState) => {
  expect(laid(known({ archiveState }))).toMatchObject({ put: [], removeIds: ['a'] });
});

it('is a change made elsewhere where another one waits to be told', () => {
  const { put, removeIds } = laid(known({ description: 'mine', sent }));
  expect(removeIds).toEqual([]);
  expect(put).toMatchObject([{ description: 'mine', sent: { ...sent, conflict: true } }]);
});

it('is started again where the person keeps what stands here, and gone where not', () => {
  const [conflict = known()] = laid(known({ description: 'mine', sent })).put;
  const mine = resolved(conflict, 'mine');
  expect(mine.sent).toMatchObject({ replace: true });
  expect(laid(mine)).toMatchObject({ put: [], removeIds: [] });
  expect(laid(resolved(conflict, 'theirs'))).toMatchObject({ put: [], removeIds: ['a'] });
});

it.each<[string, Partial<Entry>]>([
  ['a conflict is open', { description: 'mine', sent: { ...sent, conflict: true } }],
  ['an update has no answer yet', { description: 'mine', sent: { ...sent, unsure: true } }],
  ['a delete is to be told', { presence: 'removing' }],
  ['it was deleted here', { presence: 'removed' }],
  ['a restore is to be told', { presence: 'restoring' }],
])('is left alone while %s', (_, change) => {
  expect(laid(known(change))).toMatchObject({ put: [], removeIds: [] });
});

it('is left to the person where a change was refused', () => {
  const delivery = { ...delivered(70), refused: { status: 403, reason: '' } } as const;
  const refused = entry('a', delivery, { description: 'mine', sent });
  expect(laid(refused)).toMatchObject({ put: [], removeIds: [] });
});

it('is left to the person where a deed was refused that nothing else tells of', () => {
  const refused = { status: 403, reason: '', deed: 'archive' } as const;
  const locked = entry('a', { state: 'delivered', serverId: 70, refused });
  expect(laid(locked)).toMatchObject({ put: [], removeIds: [] });
});

it('says nothing of another entry, nor where it was deleted there', () => {
  const other = entry('b', delivered(71));
  expect(merge([other], [PLAN], at('12:00'))).toMatchObject({ put: [], removeIds: [] });
  const deleted = { ...PLAN, deletedAt: at('11:00') };
  expect(merge([known()], [deleted], at('12:00'))).toMatchObject({ put: [], removeIds: [] });
});
