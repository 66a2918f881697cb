import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createStore } from '../../../src-main/adapters/sqlite/store.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { mountSmallDisk, type SmallDisk } from '../../support/disk/small-disk.ts';

async function running(): Promise<{ readonly core: Core; readonly disk: SmallDisk }> {
  const disk = mountSmallDisk();
  const core = createCore(undefined, disk.folder);
  await core.connect();
  await core.command({ type: 'timer/start', taskId: 1, description: 'first draft' });
  await core.time.pass(600_000);
  return { core, disk };
}

it('refuses commands while the disk is full, changes nothing, and goes on when there is space', async () => {
  const { core, disk } = await running();
  disk.fill();
  expect(await fillUp(core)).toMatchObject({ kind: 'storage-failed' });
  const before = core.snapshot();
  expect(await core.command({ type: 'timer/stop' })).toMatchObject({
    ok: false,
    error: { kind: 'storage-failed' },
  });
  expect(core.snapshot().timer).toEqual(before.timer);
  expect(core.entries().length).toBe(before.today.entries.length);
  disk.free();
  await core.time.pass(600_000);
  expect(await core.command({ type: 'timer/stop' })).toMatchObject({ ok: true });
  await core.time.pass(600_000);
  expect(core.entries().length).toBe(before.today.entries.length + 1);
  expect(core.states().every((state) => state === 'delivered')).toBe(true);
  expect(core.focus.entries).toHaveLength(core.entries().length);
  expect(core.snapshot().notice).toBeUndefined();
});

/** The log has room for some commits yet: goes on until nothing can be written any more. */
async function fillUp(core: Core): Promise<unknown> {
  for (let index = 0; index < 500; index += 1) {
    const result = await core.command({ type: 'timer/start', taskId: 1 });
    if (!result.ok) return result.error;
  }
  return undefined;
}

it('says that the data folder cannot be written, and leaves what is there', async () => {
  const { core, disk } = await running();
  core.store.close();
  disk.lock();
  expect(() => createStore(join(disk.folder, 'stint.sqlite'))).toThrow(
    'Stint cannot write to its data folder',
  );
});

it('says so, too, where there is no database yet', () => {
  const disk = mountSmallDisk();
  disk.lock();
  expect(() => createStore(join(disk.folder, 'stint.sqlite'))).toThrow(
    'Stint cannot write to its data folder',
  );
});

it('leaves a damaged database in its place when there is no space to recover it', () => {
  const disk = mountSmallDisk();
  const file = join(disk.folder, 'stint.sqlite');
  writeFileSync(file, 'damaged');
  disk.fill();
  expect(() => createStore(file)).toThrow('The disk is full');
  disk.free();
  const store = createStore(file);
  expect(store.notice).toMatchObject({ kind: 'database-recovered', entries: 0 });
  store.close();
});

it('tells in the snapshot what became of a damaged database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stint-damaged-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, 'stint.sqlite'), 'damaged');
  expect(createCore(undefined, folder).snapshot().notice).toMatchObject({
    kind: 'database-recovered',
    entries: 0,
  });
});
