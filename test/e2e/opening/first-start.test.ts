import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { launchApp, type RunningApp } from '../../support/electron/electron-app.ts';
import { startPlainly } from '../../support/opening/plain-run.ts';
import { popupWindows } from '../../support/opening/popup-windows.ts';
import { sharedSession } from '../../support/stint-run.ts';
import { windowCount } from '../../support/opening/window-count.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();
let userDataDir: string;
beforeEach(() => {
  userDataDir = join(session().home, randomUUID());
});

async function launch(by: 'login' | 'person'): Promise<RunningApp> {
  const app = await launchApp({ session: session(), userDataDir, by });
  onTestFinished(() => app.kill9());
  return app;
}

/** Until then something could still open by itself. The timer that is left waits for the border of the day. */
const startIsOver = ({ electron }: RunningApp) =>
  until(
    () =>
      electron.evaluate(
        () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length === 1,
      ),
    'the start is over',
  );

describe('a first start', () => {
  it('opens the popup by itself, once', async () => {
    const { opened, closed } = popupWindows(session());
    const first = await launch('person');
    const page = await first.page();
    await page.getByRole('button', { name: 'Try the demo' }).waitFor();
    await opened();
    // The click that follows is the icon's as ever: it closes what is open, and opens it again.
    await first.item.activate();
    await closed();
    await first.item.activate();
    await opened();
    await first.close();

    const second = await launch('person');
    await startIsOver(second);
    expect(await windowCount(second)).toBe(0);
  });

  it('shows the icon alone where a login starts it', async () => {
    const app = await launch('login');
    await startIsOver(app);
    expect(await windowCount(app)).toBe(0);
  });
});

describe('Stint, opened again while it runs', () => {
  it('opens the popup on macOS, which starts no second one', async () => {
    const { opened } = popupWindows(session());
    const app = await launch('login');
    await app.electron.evaluate(({ app: electron }) => electron.emit('activate', {}, false));
    await opened();
  });

  it('leaves the popup closed where it is a login that starts it once more', async () => {
    const app = await launch('login');
    const again = await startPlainly({ session: session(), userDataDir, args: ['--hidden'] });
    expect(await again.ended).toBe(0);
    await startIsOver(app);
    expect(await windowCount(app)).toBe(0);
  });
});
