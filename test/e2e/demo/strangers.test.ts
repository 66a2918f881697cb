import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { launchApp } from '../../support/electron/electron-app.ts';
import { listeningPorts } from '../../support/server/listening-port.ts';
import { connectDemo } from '../../support/main-job/popup.ts';
import { allSent, track } from '../../support/electron/popup-steps.ts';
import { sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();

const STRANGERS = 100;
/** Stint may read meanwhile, and the demo notes that: some pages of its log. A kilobyte of each stranger is more. */
const LEAST_KEPT_BYTES = 1_000;

function bytesOfDemo(folder: string): number {
  const files = readdirSync(folder).filter((name) => name.startsWith('demo.sqlite'));
  return files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

it('the demo keeps nothing of what comes without its key, and goes on', async () => {
  const folder = join(session().home, randomUUID());
  const app = await launchApp({ session: session(), userDataDir: folder });
  onTestFinished(() => app.kill9());
  const page = await app.openPopup();
  const { pid = 0 } = app.electron.process();
  // What drives the app from here listens in it as well.
  const others = listeningPorts(pid);
  await connectDemo(page);
  await allSent(page);
  const port = await until(
    () => listeningPorts(pid).find((each) => !others.includes(each)),
    'the demo listens',
  );

  const before = bytesOfDemo(folder);
  const body = 'x'.repeat(1_000_000);
  const statuses = new Set<number>();
  for (let count = 0; count < STRANGERS; count += 1) {
    const url = `http://127.0.0.1:${port}/api/organizations/1/workspaces/2/time-entries`;
    statuses.add((await fetch(url, { method: 'POST', body })).status);
  }
  expect([...statuses]).toEqual([401]);
  expect(bytesOfDemo(folder) - before).toBeLessThan(STRANGERS * LEAST_KEPT_BYTES);
  await track(page, '');
  await allSent(page);
});
