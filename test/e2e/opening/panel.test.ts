import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startDesktopSession, type DesktopSession } from '../../support/desktop-session/session.ts';
import { startTrayHost, type TrayHost } from '../../support/desktop-session/tray-host.ts';
import { launchApp, startApp } from '../../support/electron/electron-app.ts';
import { startPlainly } from '../../support/opening/plain-run.ts';
import { popupWindows } from '../../support/opening/popup-windows.ts';
import { pressAgain } from '../../support/opening/press-again.ts';
import { noticeSaying, noNotice } from '../../support/electron/popup-steps.ts';
import { until } from '../../support/until.ts';

let session: DesktopSession;
beforeEach(async () => {
  session = await startDesktopSession();
});
afterEach(() => session.stop());

const folder = () => join(session.home, randomUUID());

async function newPanel(): Promise<TrayHost> {
  const panel = await startTrayHost(session.busAddress, { x: 1220, y: 12 });
  onTestFinished(() => panel.stop());
  return panel;
}

/** That it is the only icon, the right one, and answers. */
async function takesIconIn(panel: TrayHost): Promise<void> {
  const { opened, closed } = popupWindows(session);
  const item = await panel.item();
  expect((await item.properties()).toolTip).toBe('Stint: not connected');
  const labels = (await item.menu()).map(({ label }) => label);
  expect(labels).toEqual(['Connect…', 'Open Stint', 'Quit']);
  expect(panel.items()).toHaveLength(1);

  await item.activate();
  await opened();
  await pressAgain(item);
  await closed();
  expect(panel.items()).toEqual([item]);
}

describe('the icon', () => {
  it('comes into a panel that was not there yet, as at a login, and into each that is started anew', async () => {
    session.tray.stop();
    await startApp({ session, userDataDir: folder() });
    const first = await newPanel();
    await takesIconIn(first);

    first.stop();
    const second = await newPanel();
    await takesIconIn(second);

    second.stop();
    await takesIconIn(await newPanel());
  });

  it('is registered once with a panel that is there', async () => {
    const app = await launchApp({ session, userDataDir: folder() });
    const { opened, closed } = popupWindows(session);
    await app.openPopup();
    await opened();
    await pressAgain(app.item);
    await closed();
    expect(session.tray.items()).toEqual([app.item]);
  });
});

describe('where no panel shows the icon', () => {
  it('the popup opens by itself, says so, stays in sight, and comes back when Stint is opened again', async () => {
    const { opened, closed } = popupWindows(session);
    session.tray.stop();
    const userDataDir = folder();
    // A profile that is not fresh: what opens the popup is the panel that is missing.
    const before = await startApp({ session, userDataDir });
    await until(() => before.electron.evaluate(({ app }) => app.isReady()), 'Electron is ready');
    await before.close();

    const app = await startApp({ session, userDataDir, by: 'person' });
    const page = await app.page();
    const notice = await noticeSaying(page, 'No panel shows the icon of Stint.');
    expect(notice).toContain('open Stint once more from your apps');
    await app.electron.evaluate(async ({ BrowserWindow }) => {
      const other = new BrowserWindow({ width: 200, height: 100, title: 'Elsewhere' });
      await new Promise<void>((resolve) => {
        other.once('focus', () => resolve());
        other.focus();
      });
    });
    await opened();

    // The page may be gone before it answers: the next one is that of a window in the task bar.
    await page.keyboard.press('Escape').catch(() => undefined);
    await closed();
    const second = await startPlainly({ session, userDataDir });
    expect(await second.ended).toBe(0);
    await opened();

    const panel = await newPanel();
    await panel.item();
    await noNotice(await app.page());
    await session.screen.key('Escape');
    await closed();
    await takesIconIn(panel);
  });
});
