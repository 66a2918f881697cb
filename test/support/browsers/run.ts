import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { connect } from '../electron/popup-steps.ts';
import { launchApp } from '../electron/electron-app.ts';
import { startDesktopSession } from '../desktop-session/session.ts';
import { entryRows } from '../main-job/popup.ts';
import { createCamera } from '../screenshots/camera.ts';
import { livedThrough, MIDDAY, MORNING, NOW } from '../screenshots/day.ts';
import { openDemo } from '../server/demo-api.ts';
import { elsewhere, lookAt, shareOfOtherPixels } from './differences.ts';
import { openInBrowser } from './played-bridge.ts';
import { SCENES } from './scenes.ts';

/** Compares the popup as Electron's Chromium paints it with how a current one does: `npm run test:browsers`. */

/** Of the pixels; shadows and smoothed letters come to less. */
const MOST_OTHER_PIXELS = 0.02;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function compareAll(browserPath: string, folder: string): Promise<boolean> {
  mkdirSync(folder, { recursive: true });
  const session = await startDesktopSession({ width: 800, height: 700 });
  const api = await openDemo({ now: () => NOW });
  try {
    await livedThrough(api, MORNING);
    await livedThrough(api, MIDDAY);
    const app = await launchApp({
      session,
      userDataDir: join(session.home, 'stint'),
      env: { STINT_API_URL: api.server.account.baseUrl, TZ: 'UTC' },
    });
    const real = await app.openPopup();
    await createCamera(app, real, folder).setTime(NOW);
    const { browser, page } = await openInBrowser(browserPath, real, NOW);
    await connect(real, api.server);
    for (const each of [real, page]) await entryRows(each).first().waitFor();
    const own = await real.evaluate(() => navigator.userAgent);
    say(`${/Chrome\/\d+/.exec(own)?.[0]} beside Chromium ${browser.version()}`);
    let alike = true;
    for (const { name, open, leave } of SCENES) {
      const visit = async (each: Page) => {
        await open(each);
        const look = await lookAt(each);
        await leave(each);
        return look;
      };
      const one = await visit(real);
      const other = await visit(page);
      writeFileSync(join(folder, `${name}, in the app.png`), one.png);
      writeFileSync(join(folder, `${name}, in the browser.png`), other.png);
      const moved = elsewhere(one, other);
      const share = shareOfOtherPixels(one, other);
      const same = moved.length === 0 && share <= MOST_OTHER_PIXELS;
      say(
        `${same ? 'alike' : 'NOT ALIKE'}: ${name}, ${one.standing.length} texts, ${(share * 100).toFixed(2)} % of the pixels differ`,
      );
      for (const line of moved) say(`  ${line}`);
      alike &&= same;
    }
    await browser.close();
    await app.close();
    return alike;
  } finally {
    await api[Symbol.asyncDispose]();
    await session.stop();
  }
}

const [browserPath = 'chromium', folder = 'test-results/browsers'] = process.argv.slice(2);
if (!(await compareAll(browserPath, resolve(folder)))) process.exitCode = 1;
