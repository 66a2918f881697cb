import { expect, it } from 'vitest';
import type { Draft } from '#contract';
import { accountId } from '../../../src-main/app/state/connection-and-live-state.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { at, delivered, entry } from '../../support/values.ts';

const MINE = accountId({ kind: 'focus', organizationId: 1, workspaceId: 2 });
const YESTERDAY = (at('09:00') - 86_400_000) as ReturnType<typeof at>;
const form = { panel: 'edit', dayAt: YESTERDAY, rowKey: 'a', description: 'half' } as const;

async function coreKeeping(draft: Draft): Promise<Core> {
  const core = createCore();
  await core.connect();
  core.store.putEntry(MINE, entry('a', delivered(7), { startAt: YESTERDAY }));
  await core.command({ type: 'draft/keep', draft });
  return core;
}

it('gives back what was typed, and begins where its form was open', async () => {
  const core = await coreKeeping({ start: { description: 'next' }, form });
  expect(core.snapshot().draft).toMatchObject({ start: { description: 'next' }, form });
  await core.command({ type: 'show/first' });
  expect(core.snapshot().shown).toMatchObject({
    kind: 'day',
    day: { startAt: at('00:00') - 86_400_000 },
  });
});

it('begins with today where no form was open', async () => {
  const core = await coreKeeping({ start: { description: 'next' } });
  await core.command({ type: 'show/day', at: YESTERDAY });
  await core.command({ type: 'show/first' });
  expect(core.snapshot().shown).toEqual({ kind: 'today' });
});

it('says that the entry of the form was changed since, and nothing of what the form itself says', async () => {
  const core = await coreKeeping({ form });
  await core.command({ type: 'draft/keep', draft: { form: { ...form, description: 'half a' } } });
  expect(core.snapshot().draft.changed).toBeUndefined();
  core.store.putEntry(
    MINE,
    entry('a', delivered(7), { startAt: YESTERDAY, description: 'theirs' }),
  );
  await core.command({ type: 'draft/keep', draft: { form: { ...form, description: 'half a w' } } });
  expect(core.snapshot().draft).toMatchObject({
    form: { description: 'half a w' },
    changed: true,
  });
});

it('says once that the entry is gone, with what was typed', async () => {
  const core = await coreKeeping({ form });
  await core.command({ type: 'entries/delete', entryIds: ['a'] });
  const { draft } = core.snapshot();
  expect(draft).toMatchObject({ form: undefined, lost: { of: 'entry', description: 'half' } });
  await core.command({ type: 'show/first' });
  expect(core.snapshot().shown).toEqual({ kind: 'today' });
  await core.command({ type: 'draft/keep', draft: {} });
  expect(core.snapshot().draft.lost).toBeUndefined();
});

it('tells nobody of a key that was pressed, and asks Toggl Focus nothing', async () => {
  const core = await coreKeeping({});
  const { revision } = core.snapshot();
  let pushes = 0;
  core.stint.onSnapshot(() => (pushes += 1));
  await core.command({ type: 'draft/keep', draft: { start: { description: 'n' } } });
  await core.time.pass(1000);
  expect([core.snapshot().revision, pushes]).toEqual([revision, 0]);
});

it('keeps nothing while nobody is connected', async () => {
  const core = createCore();
  const draft = { start: { description: 'next' } };
  expect(await core.command({ type: 'draft/keep', draft })).toMatchObject({ ok: false });
  expect(core.snapshot().draft).toEqual({});
});
