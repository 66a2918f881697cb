import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createCore, type Core, type CoreOptions } from '../../support/core/core.ts';

/** Cores that follow one another on the same data, each with the API at a host of its own. */
function coresOnOneFolder(): (options?: CoreOptions) => Core {
  const folder = mkdtempSync(join(tmpdir(), 'stint-hosts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return (options) => createCore(options, folder);
}

async function trackOffline(core: Core): Promise<void> {
  core.focus.always = 'offline';
  await core.command({ type: 'timer/start', taskId: 1 });
  await core.time.pass(60_000);
  await core.command({ type: 'timer/stop' });
}

it('keeps accounts and entries of one host from another, and has them again at the first', async () => {
  const open = coresOnOneFolder();
  const official = open();
  await official.connect();
  await trackOffline(official);
  official.store.close();

  const other = open({ otherHost: 'other.example' });
  expect(other.snapshot()).toMatchObject({
    account: { state: 'none' },
    otherHost: 'other.example',
  });
  await other.connect();
  await other.time.pass(3_600_000);
  expect(other.entries()).toEqual([]);
  expect(other.focus.entries).toEqual([]);
  await other.command({ type: 'account/disconnect', evenIfWaiting: false });
  other.store.close();

  const again = open();
  expect(again.snapshot()).toMatchObject({
    account: { state: 'connected', organizationId: 1, workspaceId: 2 },
    otherHost: undefined,
  });
  expect(again.states()).toEqual(['waiting']);
});

it('counts the same workspace at two other hosts as two accounts', async () => {
  const open = coresOnOneFolder();
  const first = open({ otherHost: 'one.example' });
  await first.connect();
  await trackOffline(first);
  first.store.close();
  const second = open({ otherHost: 'two.example' });
  expect(second.snapshot().account).toEqual({ state: 'none' });
  await second.connect();
  expect(second.entries()).toEqual([]);
});
