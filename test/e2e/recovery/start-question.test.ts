import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { resolveElectron } from '../../../scripts/bootstrap/electron.mjs';
import { createSeededRandom } from '../../../src-main/demo/seed/seeded-random.ts';
import { scribble } from '../../support/disk/damage.ts';
import { launchApp, projectRoot } from '../../support/electron/electron-app.ts';
import { allSent, entriesOf, entriesReading } from '../../support/electron/popup-steps.ts';
import { databaseIn, leftBehind } from '../../support/recovery/damaged-runs.ts';
import { answer, asked, questions, TRY_AGAIN } from '../../support/recovery/question.ts';
import { mountSmallDisk } from '../../support/disk/small-disk.ts';
import { openServer, runStint, sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

/** Where this button stands; without room for an empty database it is not offered. */
const BEGIN_ANEW = 1;

describe('a start that cannot go on', () => {
  const session = sharedSession();

  it('keeps the old database aside and begins anew when the person wants that', async () => {
    const server = await openServer();
    const left = await leftBehind(session(), server, 'quits');
    const file = databaseIn(left.folder);
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    const bytes = readFileSync(file);

    const starting = runStint({ session: session(), server, folder: left.folder });
    await asked(session());
    expect(readFileSync(file)).toEqual(bytes);
    await answer(session(), BEGIN_ANEW);
    const page = await (await starting).page();

    await page.getByRole('button', { name: 'Try the demo' }).waitFor();
    const [kept = ''] = readdirSync(left.folder).filter((name) => name.includes('.kept-'));
    expect(readFileSync(join(left.folder, kept))).toEqual(bytes);
  });

  it('asks one question, whatever is clicked or launched meanwhile, and goes on when there is room', async () => {
    const server = await openServer();
    const disk = mountSmallDisk(96);
    const left = await leftBehind(session(), server, 'quits', join(disk.folder, 'data'));
    const file = databaseIn(left.folder);
    scribble(file, 0, 100, createSeededRandom(6));
    const bytes = readFileSync(file);
    disk.fill();
    const before = new Set(session().tray.items());
    const starting = runStint({ session: session(), server, folder: left.folder });
    const { id } = await asked(session());

    const newItem = () =>
      session()
        .tray.items()
        .find((each) => !before.has(each));
    const item = await until(newItem, 'the icon stands');
    for (let click = 0; click < 3; click += 1) await item.activate();
    const { command, args } = await resolveElectron(projectRoot);
    const again = [...args, `--user-data-dir=${left.folder}`];
    await promisify(execFile)(command, again, { env: { ...session().env } });
    expect((await questions(session())).map((each) => each.id)).toEqual([id]);
    expect(await session().screen.windows()).toHaveLength(1);
    expect(readFileSync(file)).toEqual(bytes);

    disk.free();
    await server.up();
    await answer(session(), TRY_AGAIN);
    const page = await (await starting).page();
    expect((await entriesOf(page))[0]).toContain(left.entry);
    await allSent(page, 30_000);
    await entriesReading(page, / sent$/);
    expect(server.entries()).toHaveLength(1);
  });

  it('says that it may not write, leaves all as it is, and goes on when it may', async () => {
    const server = await openServer();
    const disk = mountSmallDisk(96);
    const left = await leftBehind(session(), server, 'quits', join(disk.folder, 'data'));
    const names = readdirSync(left.folder);
    const bytes = readFileSync(databaseIn(left.folder));
    disk.lock();
    const starting = runStint({ session: session(), server, folder: left.folder });
    await asked(session());
    // Nothing can be renamed either: it asks again.
    await answer(session(), BEGIN_ANEW);
    await asked(session());
    expect(readdirSync(left.folder)).toEqual(names);
    expect(readFileSync(databaseIn(left.folder))).toEqual(bytes);
    disk.unlock();
    await server.up();
    await answer(session(), TRY_AGAIN);
    const page = await (await starting).page();
    expect((await entriesOf(page))[0]).toContain(left.entry);
    await allSent(page, 30_000);
  });

  it('asks where its database was on a disk that is away, and goes on when that is back', async () => {
    const server = await openServer();
    const left = await leftBehind(session(), server, 'quits');
    const disk = join(session().home, 'disk');
    mkdirSync(disk);
    renameSync(databaseIn(left.folder), databaseIn(disk));
    symlinkSync(databaseIn(disk), databaseIn(left.folder));
    const names = readdirSync(left.folder).filter((name) => name.includes('sqlite'));
    renameSync(disk, `${disk}-away`);

    const starting = runStint({ session: session(), server, folder: left.folder });
    await asked(session());
    expect(readdirSync(left.folder).filter((name) => name.includes('sqlite'))).toEqual(names);
    renameSync(`${disk}-away`, disk);
    await answer(session(), TRY_AGAIN);
    const page = await (await starting).page();
    expect((await entriesOf(page))[0]).toContain(left.entry);
  });

  it('says that it cannot tell whether it is alone instead of ending without a word', async () => {
    const userDataDir = join(session().home, 'with-a-strange-lock');
    const lock = join(userDataDir, 'SingletonLock');
    mkdirSync(userDataDir);
    writeFileSync(lock, '');
    const starting = launchApp({ session: session(), userDataDir });
    onTestFinished(async () => (await starting).kill9());
    await asked(session());
    rmSync(lock);
    await answer(session(), TRY_AGAIN);
    const page = await (await starting).page();
    await page.getByRole('button', { name: 'Try the demo' }).waitFor();
  });

  it('ends when the question is closed, and has changed nothing', async () => {
    const folder = join(session().home, 'no-database');
    mkdirSync(join(folder, 'stint.sqlite'), { recursive: true });
    const { command, args } = await resolveElectron(projectRoot);
    const flags = [...args, `--user-data-dir=${folder}`];
    const stint = spawn(command, flags, { env: { ...session().env }, stdio: 'ignore' });
    const exit = once(stint, 'exit');
    await asked(session());
    const closedAt = performance.now();
    await session().screen.key('Escape');
    expect(await exit).toEqual([1, null]);
    // With nothing else to wake the app, an answer was once taken in after half a minute.
    expect(performance.now() - closedAt).toBeLessThan(10_000);
    expect(statSync(join(folder, 'stint.sqlite')).isDirectory()).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith('stint.sqlite'))).toHaveLength(1);
  });
});
