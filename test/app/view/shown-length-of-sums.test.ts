import { expect, it } from 'vitest';
import type { Instant, Seconds } from '#contract';
import { accountId } from '../../../src-main/app/state/connection-and-live-state.ts';
import { trayModel } from '../../../src-main/desktop/tray/icon-title-and-tooltip.ts';
import { createCore } from '../../support/core/core.ts';
import { at, delivered, entry, task } from '../../support/values.ts';

const MINE = accountId({ kind: 'focus', organizationId: 1, workspaceId: 2 });

it('says an hour of what shows an hour, wherever it is summed', async () => {
  const core = createCore();
  await core.connect();
  const startAt = (at('08:00') + 40_000) as Instant;
  const values = { startAt, seconds: 3570 as Seconds, task: task(1, 'Write report') };
  core.store.putEntry(MINE, entry('a', delivered(70), values));
  await core.command({ type: 'show/today' });
  const { today } = core.snapshot();
  expect(today).toMatchObject({ trackedSeconds: 3600, projects: [{ seconds: 3600 }] });
  expect(trayModel(core.snapshot(), core.snapshot().at).tooltip).toContain('Today 1 h 0 min');

  await core.command({ type: 'show/week', at: startAt });
  const sums = { trackedSeconds: 3600, projects: [{ seconds: 3600 }] };
  const { shown } = core.snapshot();
  expect(shown).toMatchObject({ kind: 'week', week: sums });
  const days = shown.kind === 'week' ? shown.week.days : [];
  expect(days.find(({ trackedSeconds }) => trackedSeconds > 0)).toMatchObject(sums);
  await core.command({ type: 'show/range', fromAt: today.startAt, toAt: today.endAt });
  expect(core.snapshot().shown).toMatchObject({ kind: 'range', range: { trackedSeconds: 3600 } });
  await core.command({ type: 'show/task', taskId: 1 });
  expect(core.snapshot().shown).toMatchObject({ kind: 'task', entries: { trackedSeconds: 3600 } });
});
