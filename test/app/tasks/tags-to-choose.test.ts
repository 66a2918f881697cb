import { expect, it } from 'vitest';
import { createCore, type Core } from '../../support/core/core.ts';
import { focusTask } from '../../support/values.ts';

const DEEP = { id: 5, name: 'deep' };
const REVIEW = { id: 6, name: 'review' };
const READ = { type: 'read/tags' } as const;
const DAY = 86_400_000;

async function connected(): Promise<Core> {
  const core = createCore();
  core.focus.tags = [DEEP, REVIEW];
  core.focus.tasks = [{ ...focusTask(1), tagNames: ['review'] }];
  await core.connect();
  await core.command({ type: 'sync/now' });
  core.focus.requests.length = 0;
  return core;
}

it('reads them once a day, and says which of them the task has', async () => {
  const core = await connected();
  const tags = [DEEP, { ...REVIEW, ofTask: true }];
  expect(await core.command({ ...READ, taskId: 1 })).toEqual({ ok: true, value: { tags } });
  await core.restart();
  expect(await core.command(READ)).toEqual({ ok: true, value: { tags: [DEEP, REVIEW] } });
  expect(core.focus.requests.filter((name) => name === 'tags')).toHaveLength(1);
  await core.time.pass(DAY + 1);
  await core.command(READ);
  expect(core.focus.requests.filter((name) => name === 'tags')).toHaveLength(2);
});

it('reads them anew after everything was asked for, and offers the last ones where that fails', async () => {
  const core = await connected();
  await core.command(READ);
  await core.command({ type: 'sync/now' });
  core.focus.always = 'offline';
  expect(await core.command(READ)).toMatchObject({ ok: true, value: { tags: [DEEP, REVIEW] } });
  core.focus.always = undefined;
  core.focus.tags = [DEEP];
  await core.command({ type: 'sync/now' });
  expect(await core.command(READ)).toEqual({ ok: true, value: { tags: [DEEP] } });
});

it('says why none can be offered', async () => {
  const core = await connected();
  core.focus.faults.push({ status: 403, reason: 'forbidden' });
  expect(await core.command(READ)).toMatchObject({ ok: false });
});

it('takes none for an entry that was not offered', async () => {
  const core = await connected();
  await core.command(READ);
  const add = { type: 'entry/add', startAt: core.time.now() - 3_600_000, seconds: 600 } as const;
  const refused = { ok: false, error: { kind: 'unknown-tag' } };
  expect(await core.command({ ...add, description: 'a', tagIds: [5, 7] })).toEqual(refused);
  expect(core.entries()).toEqual([]);
});
