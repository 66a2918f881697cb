import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startDesktopSession, type DesktopSession } from '../../support/desktop-session/session.ts';
import { launchApp, startApp } from '../../support/electron/electron-app.ts';
import { noticeSaying } from '../../support/electron/popup-steps.ts';
import { startPlainly } from '../../support/opening/plain-run.ts';
import { popupWindows } from '../../support/opening/popup-windows.ts';

const execute = promisify(execFile);

let session: DesktopSession;
beforeEach(async () => {
  session = await startDesktopSession();
});
afterEach(() => session.stop());

/** What task bars, pagers and lists of windows go by. */
async function typeOfPopup(): Promise<string | undefined> {
  await popupWindows(session).opened();
  const popup = (await session.screen.windows()).find(({ title }) => title === 'Stint');
  const { stdout } = await execute('xprop', ['-id', popup?.id ?? '', '_NET_WM_WINDOW_TYPE'], {
    env: { ...session.env },
  });
  return /_NET_WM_WINDOW_TYPE_(\w+)/.exec(stdout)?.[1];
}

it('is told to be a utility window, which hardly any task bar lists, while its icon stands', async () => {
  const app = await launchApp({ session, userDataDir: join(session.home, randomUUID()) });
  await app.openPopup();
  expect(await typeOfPopup()).toBe('UTILITY');
});

it('is a window like others once it is known that no panel shows its icon', async () => {
  session.tray.stop();
  const userDataDir = join(session.home, randomUUID());
  const app = await startApp({ session, userDataDir, by: 'person' });
  const page = await app.page();
  // Opened by the first start, before it is known.
  expect(await typeOfPopup()).toBe('UTILITY');
  await noticeSaying(page, 'No panel shows the icon of Stint.');
  await session.screen.key('Escape');
  await popupWindows(session).closed();

  const second = await startPlainly({ session, userDataDir });
  expect(await second.ended).toBe(0);
  expect(await typeOfPopup()).toBe('NORMAL');
});
