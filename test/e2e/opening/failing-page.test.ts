import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it, onTestFinished } from 'vitest';
import { launchApp } from '../../support/electron/electron-app.ts';
import { popupWindows } from '../../support/opening/popup-windows.ts';
import { sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();

it.each([
  { name: 'page does not come', gone: 'mainFrame', because: 'ERR_BLOCKED_BY_CLIENT' },
  { name: 'scripts do not come', gone: 'script', because: 'no-life' },
])(
  'closes a popup whose $name, says so in the log, and opens it anew',
  async ({ gone, because }) => {
    const userDataDir = join(session().home, randomUUID());
    const app = await launchApp({ session: session(), userDataDir });
    onTestFinished(() => app.kill9());
    const { opened } = popupWindows(session());
    await app.electron.evaluate(({ session: sessions }, type) => {
      const { webRequest } = sessions.fromPartition('popup');
      webRequest.onBeforeSendHeaders(({ resourceType }, answer) => {
        answer({ cancel: resourceType === type });
      });
    }, gone);
    const count = () =>
      app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

    await app.item.activate();
    const log = () => readFileSync(join(userDataDir, 'logs', 'stint.log'), 'utf8');
    await until(
      () => log().includes(`popup-load-failed error="${because}"`),
      'it is logged',
      20_000,
    );
    await until(async () => (await count()) === 0, 'no dead window is left');

    await app.electron.evaluate(({ session: sessions }) => {
      sessions.fromPartition('popup').webRequest.onBeforeSendHeaders(null);
    });
    await app.item.activate();
    const page = await app.page();
    await page.getByRole('button', { name: 'Try the demo' }).waitFor();
    await opened();
  },
);

it('replaces a popup whose page has gone to another address', async () => {
  const userDataDir = join(session().home, randomUUID());
  const app = await launchApp({ session: session(), userDataDir });
  onTestFinished(() => app.kill9());
  await app.openPopup();
  await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Its page may be gone before it answers.
    void window?.webContents.executeJavaScript("location = 'about:blank'").catch(() => undefined);
  });
  const log = () => readFileSync(join(userDataDir, 'logs', 'stint.log'), 'utf8');
  await until(() => log().includes('popup-load-failed error="elsewhere"'), 'it is logged');
  const page = await app.openPopup();
  await page.getByRole('button', { name: 'Try the demo' }).waitFor();
});
