import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { expect, it, onTestFinished } from 'vitest';
import type { StintBridge } from '#contract';
import { launchApp } from '../../support/electron/electron-app.ts';
import { popupWindows } from '../../support/opening/popup-windows.ts';
import { pressAgain } from '../../support/opening/press-again.ts';
import { sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

declare const stint: StintBridge;

const session = sharedSession();

it('stays drawn while it is hidden, and knows that nobody sees it', async () => {
  const userDataDir = join(session().home, randomUUID());
  const app = await launchApp({ session: session(), userDataDir });
  onTestFinished(() => app.kill9());
  const { opened, closed } = popupWindows(session());
  await app.item.activate();
  const page = await app.page();
  await opened();
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    stint.onShowing((showing) => told.push(showing));
  });
  const told = () => page.evaluate(() => Reflect.get(globalThis, 'told') as string[]);

  await pressAgain(app.item);
  await closed();
  await until(async () => (await told()).length === 2, 'the page is told');
  expect(await told()).toEqual(['shown', 'hidden']);
  // Whoever drives a page keeps it drawn, whatever is set; how fast it comes back is measured by the bench.
  const window = await app.electron.browserWindow(page);
  const throttles = await window.evaluate(
    (each: BrowserWindow) => each.webContents.backgroundThrottling,
  );
  expect(throttles).toBe(false);

  await pressAgain(app.item);
  await opened();
  await until(async () => (await told()).length === 4, 'the page is told');
  expect(await told()).toEqual(['shown', 'hidden', 'showing', 'shown']);
});
