import { DatabaseSync } from '@photostructure/sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Draft } from '#contract';
import { accountId } from '../../../src-main/app/state/connection-and-live-state.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { at, delivered, entry, task } from '../../support/values.ts';

const MINE = accountId({ kind: 'focus', organizationId: 1, workspaceId: 2 });
const KEY = `draft ${MINE}`;
const FORM = {
  panel: 'edit',
  dayAt: at('09:00'),
  rowKey: 'a',
  selected: ['a', 'b'],
  choice: { kind: 'task', task: task(3, 'Third', 'Project') },
  description: 'half',
  duration: '1h1',
  entryType: 'break',
} as const;
const DRAFT: Draft = {
  start: { description: 'next', choice: { kind: 'no-task' } },
  form: FORM,
};
/** As JSON has it. */
const WRITTEN: unknown = JSON.parse(JSON.stringify(DRAFT));

async function coreKeeping(draft: Draft): Promise<{ readonly core: Core; readonly file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'stint-drafts-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const core = createCore(undefined, folder);
  await core.connect();
  core.store.putEntry(MINE, entry('a', delivered(7)));
  await core.command({ type: 'draft/keep', draft });
  return { core, file: join(folder, 'stint.sqlite') };
}

function stored(file: string): unknown {
  const db = new DatabaseSync(file);
  const row = db.prepare('SELECT value FROM meta WHERE key = ?').get(KEY) as
    { readonly value: string } | undefined;
  db.close();
  return row === undefined ? undefined : JSON.parse(row.value);
}

function write(file: string, value: string): void {
  const db = new DatabaseSync(file);
  db.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(KEY, value);
  db.close();
}

it('writes what was typed when the popup is hidden, and not at each key', async () => {
  const { core, file } = await coreKeeping(DRAFT);
  expect(stored(file)).toBeUndefined();
  core.stint.storeDrafts();
  expect(stored(file)).toMatchObject({ draft: WRITTEN });
});

it('has it again after a death, and what the entry was when its form was opened', async () => {
  const { core } = await coreKeeping(DRAFT);
  core.stint.storeDrafts();
  core.store.putEntry(MINE, entry('a', delivered(7), { description: 'theirs' }));
  await core.restart();
  expect(core.snapshot().draft).toMatchObject({ ...DRAFT, changed: true });
  await core.command({ type: 'draft/keep', draft: { form: { ...FORM, description: 'half a' } } });
  expect(core.snapshot().draft).toMatchObject({ form: { description: 'half a' }, changed: true });
});

it('writes it when Stint quits with the popup open', async () => {
  const { core, file } = await coreKeeping(DRAFT);
  const ending = core.stint.dispose();
  await core.time.pass(5000);
  await ending;
  expect(stored(file)).toMatchObject({ draft: WRITTEN });
});

it('has the running timer as it was being edited', async () => {
  const { core } = await coreKeeping({});
  await core.command({ type: 'timer/start', taskId: 1 });
  const { timer } = core.snapshot();
  const timerId = timer.state === 'running' ? timer.id : '';
  const draft = { timer: { timerId, start: '8:5', description: 'ha' } };
  await core.command({ type: 'draft/keep', draft });
  core.stint.storeDrafts();
  await core.restart();
  expect(core.snapshot().draft.timer).toEqual(draft.timer);
});

it('forgets it with the account', async () => {
  const { core, file } = await coreKeeping(DRAFT);
  core.stint.storeDrafts();
  await core.command({ type: 'account/disconnect', evenIfWaiting: true });
  core.stint.storeDrafts();
  expect(stored(file)).toBeUndefined();
  await core.connect();
  expect(core.snapshot().draft).toEqual({});
});

it('leaves nothing of what was sent or called off, and writes nothing twice', async () => {
  const { core, file } = await coreKeeping(DRAFT);
  core.stint.storeDrafts();
  write(file, '"seen"');
  core.stint.storeDrafts();
  expect(stored(file)).toBe('seen');
  await core.command({ type: 'draft/keep', draft: { start: undefined, form: undefined } });
  core.stint.storeDrafts();
  expect(stored(file)).toBeUndefined();
});

it.each([
  '"text"',
  '{}',
  '{"draft":{"form":{"panel":"no such"}}}',
  '{"draft":{"start":{"description":7}}}',
  '{"draft":{"form":{"panel":"add","dayAt":1e300}}}',
  // What no page may say.
  '{"draft":{"start":{"description":"half","more":true}}}',
  `{"draft":{"form":{"panel":"add","dayAt":1,"duration":"${'9'.repeat(101)}"}}}`,
])('drops what is not as it was written: %s', async (value) => {
  const { core, file } = await coreKeeping({});
  write(file, value);
  await core.restart();
  expect(core.snapshot().draft).toEqual({});
});

it('goes on where it cannot be written', async () => {
  const { core } = await coreKeeping(DRAFT);
  core.store.setDraft = () => {
    throw new Error('disk full');
  };
  expect(() => core.stint.storeDrafts()).not.toThrow();
  expect(core.snapshot().draft).toMatchObject(DRAFT);
});
