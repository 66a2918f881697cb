import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { launchApp } from '../../support/electron/electron-app.ts';
import { connectDemo } from '../../support/main-job/popup.ts';
import { allSent, track } from '../../support/electron/popup-steps.ts';
import { sharedSession } from '../../support/stint-run.ts';

const DATA = ['demo.sqlite', 'demo.sqlite-wal', 'stint.sqlite', 'stint.sqlite-wal'];

const isOpenToOthers = (path: string) => (statSync(path).mode & 0o077) !== 0;

/** Tracks in the demo, by an app that was started where everybody may read everything. */
async function trackOpenly(folder: string, session: Parameters<typeof launchApp>[0]['session']) {
  const before = process.umask(0);
  onTestFinished(() => void process.umask(before));
  const app = await launchApp({ session, userDataDir: folder });
  onTestFinished(() => app.kill9());
  const page = await app.openPopup();
  await connectDemo(page);
  await track(page, '');
  await allSent(page);
  return app;
}

describe('what Stint writes', () => {
  const session = sharedSession();

  it('is for its person alone, whatever the umask that it was started with', async () => {
    const folder = join(session().home, randomUUID());
    await trackOpenly(folder, session());
    const own = [...DATA, 'logs', 'logs/stint.log'].map((name) => join(folder, name));
    expect(own.filter(isOpenToOthers)).toEqual([]);
  });

  it('is shut again where it stood open, from the next start on', async () => {
    const folder = join(session().home, randomUUID());
    mkdirSync(folder);
    const first = await trackOpenly(folder, session());
    await first.close();
    const logs = join(folder, 'logs');
    const kept = ['stint.sqlite', 'demo.sqlite', 'logs/stint.log'].map((name) =>
      join(folder, name),
    );
    for (const path of [folder, logs]) chmodSync(path, 0o777);
    for (const path of kept) chmodSync(path, 0o666);
    await trackOpenly(folder, session());
    const modes = [folder, logs, ...kept].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o700, 0o600, 0o600, 0o600]);
  });
});
