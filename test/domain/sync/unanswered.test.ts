import { expect, it } from 'vitest';
import { edited, pendingChange, valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import type { Entry, Late, Sent, Values } from '../../../src-main/domain/entry.ts';
import { merged, resolved } from '../../../src-main/domain/reconcile/three-way-merge.ts';
import { at, delivered, entry, seconds } from '../../support/values.ts';

const NOW = at('09:20');
const base = entry('a', delivered(70), { description: 'before' });
const sent = { ...valuesOf(base), unsure: true } as const;
const mine = {
  ...base,
  seconds: seconds(30),
  sent,
  late: late([{ ...base, seconds: seconds(30) }]),
};

function late(updates: Late['updates']): Late {
  return { sinceAt: NOW, updates: updates?.map(valuesOf) };
}

type Unanswered = Entry & { readonly sent: Sent };

/** As it stands after a reading shows this of it, or several one after the other. */
function after(ours: Unanswered, ...readings: readonly Partial<Values>[]): Entry {
  return readings.reduce<Entry>(
    (known, theirs) => ({
      ...known,
      ...merged({ ...known, sent: known.sent ?? sent }, { ...valuesOf(base), ...theirs }),
    }),
    ours,
  );
}

it('takes over what no unanswered update has told, and tells its own once more', () => {
  const shown = after(mine, { seconds: seconds(30), description: 'theirs' });
  expect(shown).toMatchObject({ seconds: 30, description: 'theirs' });
  expect(shown.sent).toEqual({ ...sent, description: 'theirs' });
  expect(pendingChange(shown)).toBe('update');
});

it('takes over what is changed there once more', () => {
  const shown = after(mine, { description: 'theirs' }, { description: 'theirs again' });
  expect(shown).toMatchObject({ seconds: 30, description: 'theirs again' });
});

it('concludes nothing from what an earlier one may have put there, though the person took it back', () => {
  const twice = { ...mine, late: late([{ ...mine, description: 'once' }, mine]) };
  expect(after(twice, { description: 'once' })).toEqual(twice);
});

it('concludes nothing where it is forgotten what was told', () => {
  const forgotten = { ...mine, late: late(undefined) };
  expect(after(forgotten, { description: 'theirs', seconds: seconds(90) })).toEqual(forgotten);
});

it('is in conflict where what was changed here since was changed there as well', () => {
  const ours = { ...mine, description: 'mine' };
  const shown = after(ours, { seconds: seconds(30), description: 'theirs' });
  expect(shown).toMatchObject({ seconds: 30, description: 'mine' });
  expect(shown.sent).toEqual({ ...sent, description: 'theirs', conflict: true });
  expect(pendingChange(shown)).toBeUndefined();
});

it('is in conflict where somebody else has changed what the update tells', () => {
  const shown = after(mine, { seconds: seconds(90) });
  expect(shown.sent).toEqual({ ...sent, seconds: 90, conflict: true });
});

it('has nothing to decide once the same stands there', () => {
  const ours = { ...mine, description: 'mine' };
  const there = { seconds: seconds(30), description: 'mine' };
  const shown = after(ours, { description: 'theirs' }, there);
  expect(shown.sent).toEqual({ ...sent, description: 'mine' });
  expect(pendingChange(shown)).toBe('update');
});

it('tells theirs as well where that is chosen, for the update may have replaced it', () => {
  const conflict = after({ ...mine, description: 'mine' }, { description: 'theirs' });
  const theirs = { ...valuesOf(base), description: 'theirs' };
  expect(resolved(conflict, 'theirs')).toMatchObject({
    ...theirs,
    sent: { ...theirs, unsure: true },
  });
  expect(resolved(conflict, 'mine').sent).toEqual({ ...theirs, replace: true });
});

it('tells theirs as well where the person writes it', () => {
  const conflict = after({ ...mine, description: 'mine' }, { description: 'theirs' });
  const same = edited(conflict, { description: 'theirs', seconds: base.seconds });
  expect(same.sent).toEqual({ ...sent, description: 'theirs' });
  expect(pendingChange(same)).toBe('update');
});
