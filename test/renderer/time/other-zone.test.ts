import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Instant, Snapshot } from '#contract';
import { times } from '../support/entry-rows.ts';
import { openPopup } from '../support/open-popup.ts';
import { at, day, entry, running, snapshot } from '../support/snapshots.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: at('14:55:00') });
});

afterEach(() => {
  vi.useRealTimers();
});

/** The same instants, seen from Samoa, 13 hours ahead: the page itself is still in UTC. */
function inApia(changes: Partial<Snapshot> = {}): Snapshot {
  const startAt = at('11:00:00');
  const endAt = (startAt + 86_400_000) as Instant;
  const entries = [entry({ state: 'delivered' }, { startAt: at('11:40:00') })];
  return snapshot({
    zone: 'Pacific/Apia',
    today: day(entries, { startAt, endAt }),
    timer: running,
    ...changes,
  });
}

test('The popup writes days and times in the zone that main is in, and follows it', async () => {
  const { main } = await openPopup(snapshot({ timer: running, today: inApia().today }));
  expect(times()).toContain('11:40 – 12:22');
  await main.push(inApia());
  expect(times()).toContain('00:40 – 01:22');
  screen.getByText('since 02:31');
  screen.getByText(/Tue/);
  await main.push(snapshot({ timer: running, today: inApia().today }));
  expect(times()).toContain('11:40 – 12:22');
});

test('What is typed is read in that zone', async () => {
  const { main, user } = await openPopup(inApia());
  await user.click(screen.getByRole('button', { name: /, edit the task$/ }));
  const start = screen.getByRole<HTMLInputElement>('textbox', { name: 'Started at' });
  expect(start.value).toBe('2:31');
  await user.clear(start);
  await user.type(start, '2:00{Enter}');
  expect(main.commands.at(-1)).toEqual({ type: 'timer/edit', startAt: at('13:00:00') });
});

test('The date that is gone to is one of that zone', async () => {
  const { main } = await openPopup(inApia());
  const date = screen.getByLabelText<HTMLInputElement>('Date');
  expect(date.value).toBe('2026-03-03');
  date.value = '2026-03-05';
  date.dispatchEvent(new Event('change', { bubbles: true }));
  expect(main.commands.at(-1)).toEqual({
    type: 'show/day',
    at: Date.parse('2026-03-05T12:00:00+13:00'),
  });
});
