import { expect, it } from 'vitest';
import type { LeftOut } from '../../../src-main/domain/focus-types.ts';
import { mayBeAmong } from '../../../src-main/domain/reconcile/unreadable-items.ts';
import { concludeAll } from '../../support/core/whole-reading.ts';
import { at, delivered, entry } from '../../support/values.ts';

const unknown = { state: 'unknown', sinceAt: at('09:10') } as const;
const known = entry('known', delivered(7));
const nameless = entry('nameless', unknown);
const moved = entry('moved', unknown, {
  startAt: at('11:00'),
  sent: { ...nameless, startAt: at('09:00') },
});

function isAmong(leftOut: readonly LeftOut[]): boolean[] {
  return [known, nameless, moved].map(mayBeAmong(leftOut));
}

it('looks for an entry by its id, and by its start as long as that was not learnt', () => {
  expect(isAmong([])).toEqual([false, false, false]);
  expect(isAmong([{ id: 7, startAt: at('12:00') }])).toEqual([true, false, false]);
  expect(isAmong([{ id: 8, startAt: at('09:00') }])).toEqual([false, true, true]);
  expect(isAmong([{ id: 8, startAt: at('11:00') }])).toEqual([false, false, false]);
});

it('takes what shows neither for any entry', () => {
  expect(isAmong([{ id: undefined, startAt: undefined }])).toEqual([true, true, true]);
});

it('takes what is planned for no entry whose id was never learnt', () => {
  expect(isAmong([{ id: 8, startAt: 'absent' }])).toEqual([false, false, false]);
  expect(isAmong([{ id: 7, startAt: 'absent' }])).toEqual([true, false, false]);
});

it('concludes nothing for an entry that may be among what could not be read', () => {
  const window = {
    fromAt: at('00:00'),
    toAt: at('23:59'),
    readAt: at('12:00'),
    graceEndedFor: at('10:00'),
    leftOut: [{ id: 7, startAt: at('09:00') }],
  };
  const result = concludeAll([known, nameless], window, new Set());
  expect(result).toMatchObject({ put: [], removeIds: [], requeued: 0 });
  const whole = concludeAll([known, nameless], { ...window, leftOut: [] }, new Set());
  expect(whole).toMatchObject({ put: [{ id: 'nameless' }], removeIds: ['known'], requeued: 1 });
});
