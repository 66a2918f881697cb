import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { accountId } from '../../../src-main/app/state/connection-and-live-state.ts';
import { createCore } from '../../support/core/core.ts';
import { textOf } from '../../support/core/occupied-spans.ts';
import { at, delivered, entry, seconds } from '../../support/values.ts';

const MINE = accountId({ kind: 'focus', organizationId: 1, workspaceId: 2 });
const yesterday = (clock: string) => (at(clock) - 86_400_000) as Instant;

it('tells no gap outside the working hours that a person chose, on any day and after a restart', async () => {
  const core = createCore();
  await core.connect();
  for (const [id, clock] of ['00:10', '07:00', '09:20', '20:00'].entries()) {
    const values = { startAt: yesterday(clock), seconds: seconds(600) };
    core.store.putEntry(MINE, entry(clock, delivered(70 + id), values));
  }
  const gaps = () => {
    const { shown } = core.snapshot();
    return shown.kind === 'day' ? shown.day.gaps.map(textOf) : undefined;
  };
  await core.command({ type: 'show/day', at: yesterday('12:00') });
  expect(gaps()).toEqual(['07:10-09:20', '09:30-20:00']);

  await core.command({ type: 'settings/working-hours', hours: { from: 540, to: 1020 } });
  expect(gaps()).toEqual(['09:00-09:20', '09:30-17:00']);

  await core.restart();
  await core.command({ type: 'show/day', at: yesterday('12:00') });
  expect(gaps()).toEqual(['09:00-09:20', '09:30-17:00']);

  await core.command({ type: 'settings/working-hours', hours: null });
  expect(core.snapshot().settings.workingHours).toBeUndefined();
  expect(gaps()).toEqual(['07:10-09:20', '09:30-20:00']);
});
