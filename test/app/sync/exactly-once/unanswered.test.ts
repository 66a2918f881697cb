import { expect, it } from 'vitest';
import { seconds } from '../../../support/values.ts';
import { connectedCore, trackMany } from '../../../support/core/tracked-entries.ts';

/** An entry whose length was changed here, without an answer, and whose words were changed in Toggl Focus since. */
async function changedInBetween(fault: 'lost' | 'dropped') {
  const core = await connectedCore();
  const [entryId] = await trackMany(core, 1);
  core.focus.faults.push(fault);
  await core.command({ type: 'entry/edit', entryId: entryId!, seconds: 30 });
  core.focus.entries[0] = { ...core.focus.entries[0]!, description: 'theirs' };
  await core.command({ type: 'read/shown' });
  return { core, entryId: entryId! };
}

it.each(['lost', 'dropped'] as const)(
  'leaves alone what it has read of other fields when it tells a change once more: %s',
  async (fault) => {
    const { core } = await changedInBetween(fault);
    expect(core.entries()).toMatchObject([{ seconds: 30, description: 'theirs' }]);

    await core.time.pass(60_000);

    expect(core.focus.entries).toMatchObject([{ seconds: seconds(30), description: 'theirs' }]);
    expect(core.entries()).toMatchObject([{ seconds: 30, description: 'theirs' }]);
    expect(core.snapshot().sync).toMatchObject({ waiting: 0, conflicts: 0 });
  },
);

it('takes nothing for a change of somebody else that an unanswered one of its own may have made', async () => {
  const { core, entryId } = await changedInBetween('lost');
  core.focus.faults.push('lost');
  await core.command({ type: 'entry/edit', entryId, description: 'mine' });
  await core.time.pass(60_000);
  await core.command({ type: 'entry/edit', entryId, description: 'mine in the end' });
  await core.command({ type: 'read/shown' });
  await core.time.pass(60_000);
  expect(core.focus.entries).toMatchObject([{ seconds: 30, description: 'mine in the end' }]);
});
