import { expect, it } from 'vitest';
import { createCore, type Core } from '../../support/core/core.ts';
import { at, focusEntry, focusTask, seconds } from '../../support/values.ts';

const THERE = focusEntry(7, {
  createdAt: at('09:10'),
  updatedAt: at('09:20'),
  description: 'as read',
  startAt: at('07:00'),
});

async function withEntry(change: Partial<typeof THERE> = {}): Promise<Core> {
  const core = createCore();
  core.focus.entries.push({ ...THERE, ...change });
  await core.connect();
  return core;
}

const CHECK = { type: 'entry/check', entryId: 'server:7' } as const;

it('tells how an entry stands in Toggl Focus, by one request', async () => {
  const core = await withEntry();
  expect(await core.command(CHECK)).toEqual({
    ok: true,
    value: {
      details: {
        entryId: 'server:7',
        serverId: 7,
        createdAt: at('09:10'),
        updatedAt: at('09:20'),
        archivedAt: undefined,
        tagNames: [],
        same: true,
      },
    },
  });
  expect(core.focus.requests).toEqual(['entry']);
});

it('takes over what was changed there, and says that it was another thing here', async () => {
  const core = await withEntry();
  core.focus.entries[0] = { ...THERE, seconds: seconds(900) };
  const result = await core.command(CHECK);
  expect(result).toMatchObject({ value: { details: { same: false } } });
  expect(core.entries()).toMatchObject([{ seconds: 900 }]);
});

it('finds an entry that was moved to another task there', async () => {
  const core = await withEntry();
  core.focus.entries[0] = { ...THERE, taskId: 2, task: focusTask(2, 'Review') };
  expect(await core.command(CHECK)).toMatchObject({ value: { details: { same: false } } });
  expect(core.focus.requests).toEqual(['entry', 'entry']);
  expect(core.entries()).toMatchObject([{ task: { name: 'Review' } }]);
});

it('asks for an entry without a task by its id alone', async () => {
  const core = await withEntry({ taskId: undefined, task: undefined });
  expect(await core.command(CHECK)).toMatchObject({ value: { details: { same: true } } });
  expect(core.focus.requests).toEqual(['entry']);
});

it('says that an entry was deleted there, and keeps it for the person to decide', async () => {
  const core = await withEntry();
  core.focus.entries.length = 0;
  expect(await core.command(CHECK)).toMatchObject({ ok: false, error: { status: 404 } });
  expect(core.entries()).toMatchObject([{ delivery: { state: 'rejected', status: 404 } }]);
});

it('asks nothing about what is not there yet, or not known', async () => {
  const core = await withEntry();
  core.focus.always = 'offline';
  await core.command({ type: 'timer/start', taskId: 1 });
  await core.time.pass(60_000);
  await core.command({ type: 'timer/stop' });
  core.focus.requests.length = 0;
  const [own] = core.entries();
  expect(await core.command({ type: 'entry/check', entryId: own?.id ?? '' })).toEqual({
    ok: false,
    error: { kind: 'not-there-yet' },
  });
  expect(await core.command({ type: 'entry/check', entryId: 'nobody' })).toEqual({
    ok: false,
    error: { kind: 'unknown-entry' },
  });
  expect(core.focus.requests).toEqual([]);
});

it('changes nothing where no answer came', async () => {
  const core = await withEntry();
  core.focus.faults.push('dropped');
  expect(await core.command(CHECK)).toEqual({ ok: false, error: { kind: 'no-answer' } });
  expect(core.entries()).toMatchObject([{ delivery: { state: 'delivered' } }]);
});
