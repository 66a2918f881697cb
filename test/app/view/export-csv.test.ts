import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { accountId } from '../../../src-main/app/state/connection-and-live-state.ts';
import { createCore, type Core, type CoreOptions } from '../../support/core/core.ts';
import { at, delivered, entry, focusEntry } from '../../support/values.ts';

const MINE = accountId({ kind: 'focus', organizationId: 1, workspaceId: 2 });
const DAY_MS = 86_400_000;

async function connected(options?: CoreOptions): Promise<Core> {
  const core = createCore(options);
  core.focus.entries.push(focusEntry(7, { startAt: at('07:00'), description: 'a, "b"' }));
  await core.connect();
  return core;
}

const EXPORT = { type: 'export/csv' } as const;

it('writes what is shown to the chosen file, read afresh', async () => {
  const core = await connected();
  core.focus.entries.push(focusEntry(8, { startAt: at('07:30') }));
  expect(await core.command(EXPORT)).toEqual({
    ok: true,
    value: { exported: { file: '/chosen/stint-2026-11-24.csv', entries: 2, fresh: true } },
  });
  expect(core.focus.requests).toEqual(['read']);
  const lines = core.files.written.get('stint-2026-11-24.csv')?.split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines?.[2]).toBe(
    '2026-11-24 07:00:00,2026-11-24 07:10:00,0.1667,600,activity,Task 1,,,"a, ""b""",in Toggl Focus,7,UTC+00:00,,',
  );
});

it('writes for a spreadsheet of the system it is on', async () => {
  const core = await connected({ systemLocales: { dates: 'en-GB', numbers: 'de-DE' } });
  await core.command(EXPORT);
  const lines = core.files.written.get('stint-2026-11-24.csv')?.split('\r\n');
  expect(lines?.[0]).toContain('Start;End;Hours;');
  expect(lines?.[1]).toContain(' 07:10:00;"0,1667";600;');
});

it('writes what is here where Toggl Focus cannot be read, and says so', async () => {
  const core = await connected();
  core.focus.always = 'offline';
  expect(await core.command(EXPORT)).toMatchObject({
    ok: true,
    value: { exported: { entries: 1, fresh: false } },
  });
});

it('reads and writes nothing once the person called it off', async () => {
  const core = await connected();
  core.files.onSave = 'cancelled';
  expect(await core.command(EXPORT)).toEqual({
    ok: true,
    value: { exported: { file: undefined, entries: 0, fresh: false } },
  });
  expect(core.focus.requests).toEqual([]);
});

it('says why the file was not written', async () => {
  const core = await connected();
  core.files.onSave = 'disk full';
  expect(await core.command(EXPORT)).toEqual({
    ok: false,
    error: { kind: 'file-failed', detail: 'ENOSPC: no space left on device' },
  });
});

it('writes every entry of a long range once, and names the file by its days', async () => {
  const core = createCore();
  await core.connect();
  core.store.transaction(() => {
    for (let index = 0; index < 1500; index += 1) {
      const startAt = (at('08:00') - index * 3_600_000) as Instant;
      core.store.putEntry(MINE, entry(`e${index}`, delivered(index + 1), { startAt }));
    }
  });
  core.focus.always = 'offline';
  const fromAt = at('00:00') - 99 * DAY_MS;
  await core.command({ type: 'show/range', fromAt, toAt: at('00:00') + DAY_MS });
  await core.command(EXPORT);
  expect(core.files.suggestedNames).toEqual(['stint-2026-08-17_to_2026-11-24.csv']);
  const text = core.files.written.get('stint-2026-08-17_to_2026-11-24.csv') ?? '';
  const ids = text
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',').at(-4));
  expect(new Set(ids).size).toBe(1500);
  expect(ids).toHaveLength(1500);
});

it('writes the entries of a task without reading page after page', async () => {
  const core = await connected();
  await core.command({ type: 'show/task', taskId: 1 });
  expect(await core.command(EXPORT)).toMatchObject({
    value: { exported: { file: '/chosen/stint-task-1.csv', entries: 1, fresh: false } },
  });
  expect(core.focus.requests).toEqual([]);
});
