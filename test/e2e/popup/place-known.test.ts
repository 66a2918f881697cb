import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { launchApp } from '../../support/electron/electron-app.ts';
import { sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();
const LAUNCHES = 6;

it('knows where on the screen it stands, after each start', async () => {
  for (let launch = 0; launch < LAUNCHES; launch += 1) {
    const userDataDir = join(session().home, randomUUID());
    const app = await launchApp({ session: session(), userDataDir });
    onTestFinished(() => app.kill9());
    const page = await app.openPopup();
    const { screen } = session();
    await until(async () => (await screen.focused()) === 'Stint', 'the popup has the keyboard');
    const window = (await screen.windows()).find(({ title }) => title === 'Stint');
    if (window === undefined) throw new Error('the popup is not on the screen');
    const { x, y } = window;
    await page.evaluate(() => {
      addEventListener('mousemove', ({ screenX, screenY }) => {
        document.body.dataset['pointer'] = `${screenX}, ${screenY}`;
      });
    });
    await screen.move(x + 40, y + 30);
    const seen = page.locator(`body[data-pointer="${x + 40}, ${y + 30}"]`);
    await seen.waitFor({ state: 'attached', timeout: 5_000 });
    expect(await page.evaluate(() => [screenX, screenY])).toEqual([x, y]);
    await app.close();
  }
});
