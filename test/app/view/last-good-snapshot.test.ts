import { expect, it } from 'vitest';
import type { Snapshot } from '#contract';
import type { Day, Store } from '../../../src-main/app/ports/ports.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { settle } from '../../support/core/fake-time.ts';
import { MORNING } from '../../support/values.ts';

const UNREAD = { kind: 'view-unread' };
const YESTERDAY = { type: 'show/day', at: MORNING - 86_400_000 } as const;

/** With one entry of today, and every push noted from the start on, as the tray does. */
async function tracked(): Promise<{ core: Core; pushed: Snapshot[] }> {
  const core = createCore();
  const pushed: Snapshot[] = [];
  core.stint.onSnapshot((snapshot) => pushed.push(snapshot));
  await core.connect();
  await core.command({ type: 'timer/start', taskId: 1 });
  await core.time.pass(60_000);
  await core.command({ type: 'timer/stop' });
  return { core, pushed };
}

/** What of the store a disk refuses from now on; returns how to end that. */
function refuse(
  core: Core,
  name: keyof Store,
  when: (...values: unknown[]) => boolean = () => true,
): () => void {
  const sound = core.store[name].bind(core.store) as (...values: unknown[]) => unknown;
  const failing = (...values: unknown[]) => {
    if (when(...values)) throw new Error('disk I/O error');
    return sound(...values);
  };
  Object.assign(core.store, { [name]: failing });
  return () => void Object.assign(core.store, { [name]: sound });
}

it('turns from a view that cannot be read to today, with a word, until the person looks elsewhere', async () => {
  const { core, pushed } = await tracked();
  refuse(core, 'newestBetween', (_, range) => (range as Day).startAt < MORNING - 43_200_000);
  await core.command(YESTERDAY);
  expect(pushed.at(-1)).toMatchObject({ shown: { kind: 'today' }, notice: UNREAD });
  expect(pushed.at(-1)?.today.entries).toHaveLength(1);
  await core.time.pass(600_000);
  expect(core.snapshot().notice).toEqual(UNREAD);
  await core.command({ type: 'show/today' });
  expect(core.snapshot().notice).toBeUndefined();
});

it('goes on showing what could be read last, and whether a timer runs, while nothing can be read', async () => {
  const { core, pushed } = await tracked();
  const before = core.snapshot();
  const end = refuse(core, 'newestBetween');
  await core.command({ type: 'timer/start', taskId: 2 });
  const shown = pushed.at(-1)!;
  expect(shown.today).toEqual(before.today);
  expect(shown.timer).toMatchObject({ state: 'running', task: { id: 2 } });
  expect(shown.notice).toEqual(UNREAD);
  expect(shown.revision).toBeGreaterThan(before.revision);
  end();
  await core.command({ type: 'show/today' });
  expect(core.snapshot()).toMatchObject({ notice: undefined, timer: { state: 'running' } });
});

it('shows nothing of the account that was left while nothing can be read', async () => {
  const { core } = await tracked();
  refuse(core, 'settings');
  expect(core.snapshot().today.entries).toHaveLength(1);
  const left = await core.command({ type: 'account/disconnect', evenIfWaiting: true });
  expect(left.ok).toBe(true);
  expect(core.snapshot()).toMatchObject({ account: { state: 'none' }, today: { entries: [] } });
});

it('gives the last good one after the database was closed', async () => {
  const { core } = await tracked();
  const { today } = core.snapshot();
  core.store.close();
  expect(core.snapshot().today).toEqual(today);
});

it('keeps a listener that fails from no other one', async () => {
  const { core, pushed } = await tracked();
  const other: Snapshot[] = [];
  core.stint.onSnapshot(() => {
    throw new Error('no panel');
  });
  core.stint.onSnapshot((snapshot) => other.push(snapshot));
  await core.command({ type: 'timer/start', taskId: 2 });
  await settle();
  expect(other.length).toBeGreaterThan(0);
  expect(other.at(-1)).toEqual(pushed.at(-1));
});

it('says so where a list that is looked through cannot be read', async () => {
  const { core } = await tracked();
  refuse(core, 'entriesPage');
  const found = core.stint.search({ kind: 'entries', text: '', offset: 0, count: 9 });
  expect(found).toEqual({ ok: false, error: UNREAD });
});
