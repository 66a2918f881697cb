import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { it, onTestFinished } from 'vitest';
import { launchApp } from '../../support/electron/electron-app.ts';
import { popupWindows } from '../../support/opening/popup-windows.ts';
import { pressAgain } from '../../support/opening/press-again.ts';
import { sharedSession } from '../../support/stint-run.ts';

const session = sharedSession();

it('opens the popup at a double click, and closes it at the next press', async () => {
  const userDataDir = join(session().home, randomUUID());
  const app = await launchApp({ session: session(), userDataDir });
  onTestFinished(() => app.kill9());
  const { item } = app;
  const { opened, closed } = popupWindows(session());
  await item.activate();
  await item.activate();
  await app.page();
  await opened();
  await pressAgain(item);
  await closed();
  // It has its window by now.
  await item.activate();
  await item.activate();
  await opened();
  await pressAgain(item);
  await closed();
});
