import { expect, it } from 'vitest';
import type { Entry } from '../../../src-main/domain/entry.ts';
import { accountId } from '../../../src-main/app/state/connection-and-live-state.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { at, delivered, entry } from '../../support/values.ts';

const MINE = accountId({ kind: 'focus', organizationId: 1, workspaceId: 2 });
const OTHER = accountId({ kind: 'focus', organizationId: 1, workspaceId: 3 });
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => (at('07:00') - days * DAY_MS) as Entry['startAt'];

function refused(id: string, days: number): Entry {
  const delivery = { state: 'rejected', status: 422, reason: 'locked' } as const;
  return entry(id, delivery, { startAt: daysAgo(days) });
}

function inConflict(id: string, days: number): Entry {
  const mine = entry(id, delivered(7), { startAt: daysAgo(days) });
  const { startAt, seconds, type, task, description } = mine;
  const theirs = { startAt, seconds, type, task, description, conflict: true };
  return { ...mine, description: 'mine', sent: theirs } as Entry;
}

async function coreWith(...entries: readonly Entry[]): Promise<Core> {
  const core = createCore();
  await core.connect();
  for (const each of entries) core.store.putEntry(MINE, each);
  return core;
}

/** The entry that a press leads to, and the day that is shown then, counted back from today. */
async function press(core: Core, afterId?: string): Promise<readonly unknown[]> {
  const result = await core.command({ type: 'show/needs-you', afterId });
  const { shown } = core.snapshot();
  const value = result.ok ? result.value : undefined;
  const entryId = value !== undefined && 'entryId' in value ? value.entryId : undefined;
  return [entryId, shown.kind === 'day' ? (at('00:00') - shown.day.startAt) / DAY_MS : shown.kind];
}

it('leads to the day of the oldest entry that needs the person, then to the next, and round again', async () => {
  const core = await coreWith(
    refused('today', 0),
    refused('three days back', 3),
    inConflict('five days back', 5),
    entry('sent', delivered(9), { startAt: daysAgo(6) }),
    { ...refused('gone', 7), presence: 'removed' },
  );
  core.store.putEntry(OTHER, refused('of another account', 9));
  expect(core.snapshot().sync).toMatchObject({ rejected: 2, conflicts: 1 });

  expect(await press(core)).toEqual(['five days back', 5]);
  expect(await press(core, 'five days back')).toEqual(['three days back', 3]);
  expect(await press(core, 'three days back')).toEqual(['today', 'today']);
  expect(await press(core, 'today')).toEqual(['five days back', 5]);
});

it('goes on from where it was when the entry there is settled, and begins anew when it is gone', async () => {
  const core = await coreWith(refused('b', 3), refused('a', 5), refused('c', 1));
  core.store.putEntry(MINE, entry('b', delivered(9), { startAt: daysAgo(3) }));
  expect(await press(core, 'b')).toEqual(['c', 1]);
  expect(await press(core, 'never heard of')).toEqual(['a', 5]);
});

it('tells two that begin in one moment apart', async () => {
  const twin = { ...refused('b', 3), origin: 'server' as const };
  const core = await coreWith(refused('a', 3), twin);
  expect(await press(core, 'a')).toEqual(['b', 3]);
  expect(await press(core, 'b')).toEqual(['a', 3]);
});

it('stays where it is when nothing needs the person any more', async () => {
  const core = await coreWith();
  await core.command({ type: 'show/day', at: daysAgo(2) });
  expect(await press(core)).toEqual([undefined, 2]);
});
