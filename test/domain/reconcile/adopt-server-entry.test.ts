import { expect, it } from 'vitest';
import { adopt } from '../../../src-main/domain/reconcile/adopt-server-entry.ts';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import type { Finished } from '../../../src-main/domain/finished-entry.ts';
import { at, entry, focusEntry, seconds } from '../../support/values.ts';

const NOW = at('09:20');
const described = entry('a', { state: 'unknown', sinceAt: NOW }, { description: 'Words' });
const silent = { ...valuesOf(described), description: undefined };
const { startAt } = described;
const found = focusEntry(7, { startAt, seconds: described.seconds }) as Finished;

it('tells the words of an entry once more that was sent without them first, where a list tells none', () => {
  const late = { sinceAt: NOW, creates: [silent] };
  const next = adopt({ ...described, late }, found);
  expect(next).toMatchObject({ description: 'Words', sent: { description: undefined } });
});

it.each([
  ['was sent once', undefined],
  ['had words each time', [{ ...silent, description: 'Older' }]],
  ['was sent with another length before', [{ ...silent, seconds: seconds(1) }]],
])('takes the words for told where the entry %s', (_, creates) => {
  const late = creates === undefined ? undefined : { sinceAt: NOW, creates };
  expect(adopt({ ...described, late }, found)).toMatchObject({ description: 'Words' });
  expect(adopt({ ...described, late }, found).sent).toBeUndefined();
});

it('takes over the words that a list tells', () => {
  const late = { sinceAt: NOW, creates: [silent] };
  const next = adopt({ ...described, late }, { ...found, description: 'Theirs' });
  expect(next.description).toBe('Theirs');
});

it('has nothing more to look for once its id is known, but where something may be late', () => {
  const looked = { ...described, lookAt: at('09:25') };
  expect(adopt(looked, found).lookAt).toBeUndefined();
  expect(adopt({ ...looked, late: { sinceAt: NOW } }, found).lookAt).toBe(at('09:25'));
});
