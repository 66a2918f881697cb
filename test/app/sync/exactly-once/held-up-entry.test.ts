import { expect, it } from 'vitest';
import {
  backOnline,
  connectedCore,
  forget,
  track,
  trackMany,
} from '../../../support/core/tracked-entries.ts';
import type { Core } from '../../../support/core/core.ts';
import { FILTERED } from '../../../support/server/fake-focus.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A filter between here and Toggl Focus lets one of these texts not through. */
async function backlog(size: number, place: number): Promise<Core> {
  const core = await connectedCore();
  core.focus.always = 'offline';
  for (let round = 0; round < size; round += 1) {
    await track(core, round === place ? FILTERED : `w${round}`);
  }
  await backOnline(core);
  return core;
}

const there = ({ focus }: Core): number => focus.entries.length;

it.each([0, 3, 7])(
  'finds the one that somebody in between keeps from Toggl Focus, and sends all others: %i',
  async (place) => {
    const core = await backlog(8, place);
    await core.time.pass(15 * MINUTE);
    expect(there(core)).toBe(7);
    expect(core.snapshot().sync).toMatchObject({ waiting: 1, rejected: 0 });
    const [kept] = core.entries().filter(({ description }) => description === FILTERED);
    expect(core.snapshot().today.entries.find(({ id }) => id === kept!.id)?.delivery).toMatchObject(
      { state: 'blocked', status: 403 },
    );
  },
);

it('sends what comes after it at once, and tries it again by itself once an hour', async () => {
  const core = await backlog(2, 0);
  await core.time.pass(2 * HOUR + 10 * MINUTE);
  forget(core);
  await track(core, 'next');
  expect(core.focus.requests).toEqual(['create']);
  expect(core.snapshot().sync.pause).toBeUndefined();
  await core.time.pass(6 * HOUR);
  expect(core.focus.requests.filter((name) => name === 'create').length).toBeLessThanOrEqual(7);
  expect(core.focus.requests.length).toBeLessThanOrEqual(20);
  expect(there(core)).toBe(2);
});

it('keeps it back through a restart without a new search', async () => {
  const core = await backlog(4, 2);
  await core.time.pass(2 * HOUR);
  await core.restart();
  core.focus.always = 'offline';
  await track(core, 'a');
  await track(core, 'b');
  await backOnline(core);
  expect(core.focus.requests[0]).toBe('bulk 2');
  await core.time.pass(MINUTE);
  expect(there(core)).toBe(5);
});

it('sends it at once when its words are changed', async () => {
  const core = await backlog(2, 0);
  await core.time.pass(2 * HOUR);
  const [kept] = core.entries().filter(({ description }) => description === FILTERED);
  await core.command({ type: 'entry/edit', entryId: kept!.id, description: 'mended' });
  await core.time.pass(30_000);
  expect(there(core)).toBe(2);
  expect(core.snapshot().sync).toMatchObject({ waiting: 0, rejected: 0 });
});

it('tries it at once when a person asks', async () => {
  const core = await backlog(2, 0);
  await core.time.pass(2 * HOUR);
  forget(core);
  await core.command({ type: 'sync/now' });
  await core.time.pass(MINUTE);
  expect(core.focus.requests).toContain('create');
});

it('tells the other changes where one is kept from Toggl Focus', async () => {
  const core = await connectedCore();
  const [first, second, third] = await trackMany(core, 3);
  core.focus.always = 'offline';
  const edit = (entryId: string, description: string): Promise<unknown> =>
    core.command({ type: 'entry/edit', entryId, description });
  await edit(first!, FILTERED);
  await edit(second!, 'b');
  await edit(third!, 'c');
  await backOnline(core);
  await core.time.pass(15 * MINUTE);
  const words = core.focus.entries.map(({ description }) => description);
  expect(words).toEqual([undefined, 'b', 'c']);
  forget(core);
  await edit(second!, 'd');
  await core.time.pass(30_000);
  expect(core.focus.entries.map(({ description }) => description)).toEqual([undefined, 'd', 'c']);
  await core.time.pass(6 * HOUR);
  expect(core.focus.requests.length).toBeLessThanOrEqual(24);
  expect(core.snapshot().sync).toMatchObject({ waiting: 1, rejected: 0 });
});

it('blames no entry for a sign-in page that answers everything, and sends all once it is gone', async () => {
  const core = await connectedCore();
  core.focus.always = { foreign: 200 };
  for (let round = 0; round < 5; round += 1) await track(core, `w${round}`);
  await core.time.pass(HOUR);
  expect(core.snapshot().sync).toMatchObject({ waiting: 5, rejected: 0 });
  core.focus.always = undefined;
  await core.time.pass(HOUR);
  expect(there(core)).toBe(5);
  expect(core.snapshot().sync).toMatchObject({ waiting: 0, rejected: 0 });
});
