import { screen } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { LengthStyle, Seconds, Snapshot } from '#contract';
import { writeLengthsAs } from '../../../src-renderer/time/length-style.svelte.ts';
import { openPopup } from '../support/open-popup.ts';
import { at, entry, snapshot, withEntries } from '../support/snapshots.ts';

afterEach(() => writeLengthsAs('improved'));

const worked = entry({ state: 'delivered' }, { startAt: at('09:00:00'), seconds: 2826 as Seconds });
const day = (lengths: LengthStyle): Snapshot =>
  withEntries([worked], snapshot({ settings: { ...snapshot().settings, lengths } }));

test.for([
  ['classic', '0:47:06'],
  ['improved', '0:47'],
  ['decimal', '0.78 h'],
] as const)('With the lengths of %s, rows and sums alike read %s', async ([lengths, written]) => {
  await openPopup(day(lengths));
  expect(screen.getByRole('row', { name: /Migration|Review/ }).textContent).toContain(written);
});

test('Rows are written anew where the way is another one, though the entries are the same', async () => {
  const { main } = await openPopup(day('improved'));
  await main.push(day('decimal'));
  expect(screen.getByRole('row', { name: /Migration|Review/ }).textContent).toContain('0.78 h');
  await main.push(day('classic'));
  expect(screen.getByRole('row', { name: /Migration|Review/ }).textContent).toContain('0:47:06');
});
