import { expect, it } from 'vitest';
import type { Core } from '../../support/core/core.ts';
import { connectedCore, forget, track, trackMany } from '../../support/core/tracked-entries.ts';

/** Somebody moves the only entry to another task in Toggl Focus. */
function moveThere({ focus }: Core, taskId: number): void {
  focus.entries[0] = { ...focus.entries[0]!, taskId };
}

it('tells changes of an entry with a task by the routes of that task', async () => {
  const core = await connectedCore();
  const [id] = await trackMany(core, 1);
  const entryIds = [id!];
  await core.command({ type: 'entry/edit', entryId: id!, description: 'a' });
  await core.command({ type: 'entries/archive', entryIds });
  await core.command({ type: 'entries/unarchive', entryIds });
  await core.command({ type: 'entries/delete', entryIds });
  await core.command({ type: 'entries/restore', entryIds });
  expect(core.focus.routes).toEqual([
    'update under 1',
    'archive under 1',
    'unarchive under 1',
    'delete under 1',
    'restore under 1',
  ]);
});

it('tells a move by the route of the task that it leaves', async () => {
  const core = await connectedCore();
  const [id] = await trackMany(core, 1);
  await core.command({ type: 'entry/edit', entryId: id!, taskId: 2 });
  await core.command({ type: 'entry/edit', entryId: id!, description: 'a' });
  expect(core.focus.routes).toEqual(['update under 1', 'update under 2']);
});

it.each(['entries/archive', 'entries/delete'] as const)(
  'asks once more by the id alone where the task has no such entry: %s',
  async (type) => {
    const core = await connectedCore();
    const [id] = await trackMany(core, 1);
    moveThere(core, 2);
    await core.command({ type, entryIds: [id!] });
    const name = type.replace('entries/', '');
    expect(core.focus.routes).toEqual([`${name} under 1`, name]);
    expect(core.snapshot().sync).toMatchObject({ waiting: 0, rejected: 0 });
  },
);

it('takes an update to an entry that was moved there, and says so where it is gone', async () => {
  const core = await connectedCore();
  const [id] = await trackMany(core, 1);
  moveThere(core, 2);
  await core.command({ type: 'entry/edit', entryId: id!, description: 'a' });
  expect(core.focus.entries).toMatchObject([{ description: 'a', taskId: 2 }]);
  core.focus.entries.length = 0;
  forget(core);
  await core.command({ type: 'entry/edit', entryId: id!, description: 'b' });
  expect(core.focus.routes).toEqual(['update under 1', 'update']);
  expect(core.entries()).toMatchObject([{ delivery: { state: 'rejected', status: 404 } }]);
});

it('asks by the id alone where there is no task, or an update may have moved the entry', async () => {
  const core = await connectedCore();
  await core.command({ type: 'timer/start', description: 'Mail' });
  await core.time.pass(60_000);
  await core.command({ type: 'timer/stop' });
  const taskless = core.entries()[0]!;
  await core.command({ type: 'entry/edit', entryId: taskless.id, seconds: 30 });
  expect(core.focus.routes).toEqual(['update']);
  const { id } = await track(core);
  forget(core);
  core.focus.faults.push('lost');
  await core.command({ type: 'entry/edit', entryId: id, taskId: 2 });
  await core.time.pass(10_000);
  expect(core.focus.routes).toEqual(['update under 1', 'update']);
});

it('asks the quota before it asks once more', async () => {
  const core = await connectedCore();
  const [id] = await trackMany(core, 1);
  moveThere(core, 2);
  core.focus.quota = { remaining: 0, resetsIn: 600 as never };
  await core.command({ type: 'entries/delete', entryIds: [id!] });
  expect(core.focus.routes).toEqual(['delete under 1']);
  core.focus.quota = undefined;
  await core.time.pass(600_000);
  expect(core.focus.routes).toEqual(['delete under 1', 'delete']);
});
