import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import type { FocusEntry } from '../../../src-main/domain/focus-types.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { at, focusEntry, listing, seconds } from '../../support/values.ts';

const DAY_MS = 86_400_000;
const YESTERDAY = (at('12:00') - DAY_MS) as Instant;
const STARTED = focusEntry(70, { startAt: YESTERDAY, seconds: seconds(600) });
const PLANNED: FocusEntry = {
  ...STARTED,
  startAt: undefined,
  seconds: undefined,
  plannedStartAt: YESTERDAY,
  plannedSeconds: seconds(600),
};

async function thatReadOnce(days: number): Promise<Core> {
  const core = createCore();
  await core.connect();
  lists(core, STARTED);
  const range = { fromAt: YESTERDAY - days * DAY_MS, toAt: at('00:00') };
  await core.command({ type: 'show/range', ...range });
  await core.command({ type: 'read/shown' });
  expect(core.snapshot().shown).toMatchObject({ range: { count: 1, trackedSeconds: 600 } });
  return core;
}

function lists(core: Core, ...entries: readonly FocusEntry[]): void {
  core.focus.api.streamEntries = () =>
    Promise.resolve({ ok: true, value: listing(entries), quota: undefined });
  core.focus.api.streamEntriesInBatches = (_, { onBatch }) => {
    onBatch(entries);
    const value = { leftOut: [], isList: true, count: entries.length };
    return Promise.resolve({ ok: true, value, quota: undefined });
  };
}

it.each([
  ['short', 1],
  ['long', 30],
])('shows what was made a plan once, as a plan, after a %s reading', async (_, days) => {
  const core = await thatReadOnce(days);
  lists(core, PLANNED);
  await core.command({ type: 'read/shown' });
  expect(core.snapshot().shown).toMatchObject({ range: { count: 0, trackedSeconds: 0 } });
  await core.command({ type: 'show/day', at: YESTERDAY });
  expect(core.snapshot().shown).toMatchObject({ day: { entries: [], planned: [{ id: 70 }] } });
});

it.each([
  ['short', 1],
  ['long', 30],
])('has nothing left of what is listed as deleted, after a %s reading', async (_, days) => {
  const core = await thatReadOnce(days);
  lists(core, { ...STARTED, deletedAt: at('07:00') });
  await core.command({ type: 'read/shown' });
  expect(core.snapshot().shown).toMatchObject({ range: { count: 0, trackedSeconds: 0 } });
});
