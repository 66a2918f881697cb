import { expect, it } from 'vitest';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import type { Late } from '../../../src-main/domain/entry.ts';
import { mergedUnsure } from '../../../src-main/domain/reconcile/three-way-merge.ts';
import { at, delivered, entry, seconds } from '../../support/values.ts';

const NOW = at('09:20');
const base = entry('a', delivered(70));
const sent = { ...valuesOf(base), unsure: true } as const;
const mine = { ...base, seconds: seconds(30), sent };
const theirs = { ...valuesOf(base), seconds: seconds(90), description: 'theirs' };

function late(updates: Late['updates']): Late {
  return { sinceAt: NOW, updates };
}

it('takes over what no unanswered update has touched, and leaves the rest', () => {
  const merged = mergedUnsure({ ...mine, late: late([valuesOf(mine)]) }, theirs);
  expect(merged).toMatchObject({
    seconds: 30,
    description: 'theirs',
    sent: { ...sent, description: 'theirs' },
  });
});

it('takes over nothing that an earlier one has told, though the person took it back', () => {
  const earlier = { ...valuesOf(mine), description: 'once' };
  const merged = mergedUnsure({ ...mine, late: late([earlier, valuesOf(mine)]) }, theirs);
  expect(merged).toMatchObject({ seconds: 30, description: base.description, sent });
});

it('takes over nothing where it is forgotten what was told', () => {
  expect(mergedUnsure(mine, theirs)).toBe(mine);
});
