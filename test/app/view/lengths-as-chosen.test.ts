import { afterEach, expect, it } from 'vitest';
import { type Seconds, tellToTheSecond } from '#contract';
import { accountId } from '../../../src-main/app/state/connection-and-live-state.ts';
import { createCore } from '../../support/core/core.ts';
import { at, delivered, entry } from '../../support/values.ts';

const MINE = accountId({ kind: 'focus', organizationId: 1, workspaceId: 2 });
const KNOWN = {
  currentWorkspaceId: 2,
  timezone: 'UTC',
  weekStartsOn: 1,
  timeFormat: '24h',
} as const;

afterEach(() => tellToTheSecond(false));

async function tracked() {
  const core = createCore();
  await core.connect();
  for (const [id, clock] of [
    ['e1', '06:00'],
    ['e2', '07:00'],
  ] as const) {
    core.store.putEntry(
      MINE,
      entry(id, delivered(Number(id[1])), { startAt: at(clock), seconds: 2826 as Seconds }),
    );
  }
  return core;
}

const sums = async (core: Awaited<ReturnType<typeof tracked>>) => {
  await core.command({ type: 'show/week', at: at('12:00') });
  const { today, shown } = core.snapshot();
  if (shown.kind !== 'week') throw new Error(shown.kind);
  return [today.trackedSeconds, today.projects[0]?.seconds, shown.week.trackedSeconds];
};

it('tells lengths as the account has them, until the person chooses', async () => {
  const core = await tracked();
  expect(core.snapshot().settings).toMatchObject({ lengths: 'improved', lengthsChosen: undefined });
  const settings = { ...KNOWN, durationFormat: 'decimal', readAt: at('08:00') } as const;
  core.store.setFocusSettings(MINE, settings);
  expect(core.snapshot().settings.lengths).toBe('decimal');
  await core.command({ type: 'settings/lengths', style: 'classic' });
  await core.restart();
  expect(core.snapshot().settings).toMatchObject({ lengths: 'classic', lengthsChosen: 'classic' });
  await core.command({ type: 'settings/lengths', style: null });
  expect(core.snapshot().settings.lengths).toBe('decimal');
});

it('sums to the second where lengths have seconds, and by the minutes of the clock where not', async () => {
  const core = await tracked();
  expect(await sums(core)).toEqual([2 * 2820, 2 * 2820, 2 * 2820]);
  await core.command({ type: 'settings/lengths', style: 'classic' });
  expect(await sums(core)).toEqual([2 * 2826, 2 * 2826, 2 * 2826]);
  await core.command({ type: 'settings/lengths', style: 'decimal' });
  expect(await sums(core)).toEqual([2 * 2820, 2 * 2820, 2 * 2820]);
});
