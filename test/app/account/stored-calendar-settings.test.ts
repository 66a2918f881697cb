import { expect, it } from 'vitest';
import { accountId } from '../../../src-main/app/state/connection-and-live-state.ts';
import { createCore, type Core, type CoreOptions } from '../../support/core/core.ts';
import { at } from '../../support/values.ts';

const MINE = accountId({ kind: 'focus', organizationId: 1, workspaceId: 2 });
const SWEDISH: CoreOptions = { systemLocales: { dates: 'sv-SE', numbers: 'de-CH' } };

async function connected(options: CoreOptions): Promise<Core> {
  const core = createCore(options);
  await core.connect();
  return core;
}

it('writes as the system does before anybody has connected', () => {
  const { settings, region } = createCore(SWEDISH).snapshot();
  expect(settings).toMatchObject({ weekStartsOn: 1, hours: '24h' });
  expect(region).toMatchObject({ dateField: 'sv-SE', ofAccount: false });
});

it('takes from the account what it says, and the rest from the system', async () => {
  const core = await connected({ systemLocales: { dates: 'ar-EG', numbers: 'ar-EG' } });
  const known = { currentWorkspaceId: 2, timezone: 'UTC', readAt: at('08:00') };
  const none = { weekStartsOn: undefined, timeFormat: undefined };
  core.store.setFocusSettings(MINE, { ...known, ...none });
  expect(core.snapshot().settings).toMatchObject({ weekStartsOn: 6, hours: '12h' });
  await core.command({ type: 'show/week', at: at('12:00') });
  const { shown } = core.snapshot();
  // A Saturday.
  expect(shown.kind === 'week' && new Date(shown.week.startAt).getUTCDay()).toBe(6);

  core.store.setFocusSettings(MINE, { ...known, ...none, timeFormat: '24h', dateFormat: 'US' });
  const { settings, region } = core.snapshot();
  expect(settings).toMatchObject({ weekStartsOn: 6, hours: '24h' });
  expect(region).toMatchObject({ words: 'en-US', dateField: 'en-US-u-fw-sat' });
});
