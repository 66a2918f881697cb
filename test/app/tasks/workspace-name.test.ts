import { expect, it } from 'vitest';
import { createCore, type Core } from '../../support/core/core.ts';

async function connected(): Promise<Core> {
  const core = createCore();
  await core.connect();
  core.focus.requests.length = 0;
  return core;
}

const nameOf = (core: Core) => {
  const { account } = core.snapshot();
  return account.state === 'connected' ? account.workspaceName : undefined;
};

it('asks once what the workspace is called, and keeps it', async () => {
  const core = await connected();
  expect(nameOf(core)).toBeUndefined();
  await core.command({ type: 'read/workspace-name' });
  expect(nameOf(core)).toBe('Engineering, Northwind');
  await core.restart();
  await core.command({ type: 'read/workspace-name' });
  expect(nameOf(core)).toBe('Engineering, Northwind');
  expect(core.focus.requests.filter((name) => name === 'workspace name')).toHaveLength(1);
});

it('asks no second time in a run where the server does not tell, and complains of nothing', async () => {
  const core = await connected();
  core.focus.faults.push({ status: 403, reason: 'forbidden' });
  expect(await core.command({ type: 'read/workspace-name' })).toMatchObject({ ok: true });
  await core.command({ type: 'read/workspace-name' });
  expect(core.focus.requests).toEqual(['workspace name']);
  expect(nameOf(core)).toBeUndefined();
});
