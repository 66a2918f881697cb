import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startDesktopSession } from '../../desktop-session/session.ts';
import { launchApp, type RunningApp } from '../../electron/electron-app.ts';
import { snapshotOf } from '../../electron/popup-steps.ts';
import { openDemo } from '../../server/demo-api.ts';
import { until } from '../../until.ts';
import { createCamera } from '../camera.ts';
import { NOW } from '../day.ts';
import { walkThroughViews } from './scenes.ts';
import { type Shot, writeSheet } from './sheet.ts';
import { serverOf, type WayToLook, waysToLook } from './ways-to-look.ts';

/** Every view in every way to look at it, a sheet for each way: `npm run screenshots -- --views --folder=DIR`. */

const { values: flags } = parseArgs({
  options: {
    views: { type: 'boolean' },
    folder: { type: 'string' },
    /** One of the ways alone. */
    only: { type: 'string' },
  },
});
if (flags.folder === undefined) throw new Error('Say where the sheets go: --folder=DIR');
const folder = resolve(flags.folder);

/** Of a page that is enlarged, Playwright's picture would hold the upper left alone. */
async function zoomedPicture({ electron }: RunningApp): Promise<Buffer> {
  const encoded = await electron.evaluate(async ({ BrowserWindow }) => {
    const shown = BrowserWindow.getAllWindows().find((each) => each.isVisible());
    return (await shown?.webContents.capturePage())?.toPNG().toString('base64');
  });
  return Buffer.from(encoded ?? '', 'base64');
}

async function look(way: WayToLook): Promise<void> {
  const { scale = 1, names = ['Trace slow sign-ins', 'login times out on VPN'], media } = way;
  const [width, height] = way.screen ?? [900, 760];
  const session = await startDesktopSession({
    width: width * scale,
    height: height * scale,
    scale,
  });
  const api = await openDemo(serverOf(way, () => NOW));
  const shots: Shot[] = [];
  try {
    const app = await launchApp({
      session,
      userDataDir: join(session.home, 'stint'),
      env: { STINT_API_URL: api.server.account.baseUrl, TZ: 'UTC' },
    });
    const page = await app.openPopup();
    const camera = createCamera(app, page, folder);
    await camera.setTime(NOW);
    for (const percent of way.larger ?? []) {
      await session.screen.key('ctrl+plus');
      await until(async () => (await snapshotOf(page)).settings.textSize === percent, 'it grows');
    }
    await page.emulateMedia(media);
    await walkThroughViews({
      api,
      page,
      names,
      setTime: (at) => camera.setTime(at),
      take: async (name) => {
        const windows = await session.screen.windows();
        if (windows.every(({ title }) => title !== 'Stint')) {
          throw new Error(`the popup was closed before "${name}"`);
        }
        await page.mouse.move(0, 0); // away from what it would highlight
        const png = await (way.larger === undefined
          ? page.screenshot({ animations: 'disabled' })
          : zoomedPicture(app));
        writeFileSync(join(folder, `${way.name}-${name}.png`), png);
        shots.push({ name, png });
      },
    });
    await app.close();
  } finally {
    if (shots.length > 0) writeSheet(join(folder, `sheet-${way.name}.png`), shots);
    await api[Symbol.asyncDispose]();
    await session.stop();
  }
}

mkdirSync(folder, { recursive: true });
for (const way of waysToLook) {
  if (flags.only === undefined || flags.only === way.name) await look(way);
}
process.stdout.write(`The sheets are in ${folder}\n`);
