import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { resolveElectron } from '../../../scripts/bootstrap/electron.mjs';
import { launchApp, projectRoot } from '../../support/electron/electron-app.ts';
import { answer, TRY_AGAIN } from '../../support/recovery/question.ts';
import { sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

/** Reads like Toggl's own address and leads to another host. */
const PRETENDED = 'https://focus.toggl.com@127.0.0.1/api';

describe('a value of STINT_API_URL that cannot be used', () => {
  const session = sharedSession();

  const question = () =>
    until(async () => {
      const windows = await session().screen.windows();
      return windows.find(({ title }) => title === 'Stint: STINT_API_URL cannot be used');
    }, 'Stint names the variable and asks what to do');

  it('is said to be the fault of the variable, and Quit ends before anything is opened', async () => {
    const folder = join(session().home, randomUUID());
    const { command, args } = await resolveElectron(projectRoot);
    const env = { ...session().env, STINT_API_URL: PRETENDED };
    const app = spawn(command, [...args, `--user-data-dir=${folder}`], { env, stdio: 'ignore' });
    onTestFinished(() => void app.kill('SIGKILL'));
    const ended = once(app, 'exit');
    await question();
    expect(existsSync(join(folder, 'stint.sqlite'))).toBe(false);
    await session().screen.key('Escape');
    expect(await ended).toEqual([1, null]);
  });

  it('is asked about once, also where the start fails and is tried again, which then serves the popup', async () => {
    const launched = launchApp({
      session: session(),
      userDataDir: join(session().home, randomUUID()),
      env: { STINT_API_URL: PRETENDED },
      app: join(projectRoot, 'test/support/failing-start'),
    });
    await question();
    await session().screen.key('Tab');
    await session().screen.key('Return');
    await answer(session(), TRY_AGAIN);
    const app = await launched;
    onTestFinished(() => app.kill9());
    const page = await app.page();
    await page.getByRole('button', { name: 'Try the demo' }).click();
    await page.getByRole('button', { name: 'Start' }).first().waitFor();
  });

  it('can be passed over: Stint then opens with Toggl Focus, whatever was clicked before', async () => {
    const arrival = session().tray.nextItem();
    const launched = launchApp({
      session: session(),
      userDataDir: join(session().home, randomUUID()),
      env: { STINT_API_URL: PRETENDED },
    });
    await question();
    // Carried out afterwards, the second click would close what the first has opened.
    const { item } = await arrival;
    await item.activate();
    await item.activate();
    await session().screen.key('Tab');
    await session().screen.key('Return');
    const app = await launched;
    onTestFinished(() => app.kill9());
    const page = await app.page();
    await page.getByRole('heading', { name: 'Connect to Toggl Focus' }).waitFor();
    expect(await page.getByText('STINT_API_URL').count()).toBe(0);
  });
});
