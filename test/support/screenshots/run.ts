import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { addressOf, connect, statusReading, tryKey } from '../electron/popup-steps.ts';
import { openDemo, type DemoApi } from '../server/demo-api.ts';
import { startDesktopSession } from '../desktop-session/session.ts';
import { launchApp, type RunningApp } from '../electron/electron-app.ts';
import { answer } from '../server/faults.ts';
import { chooseTask, entryRows, startTimer, stopTimer, workField } from '../main-job/popup.ts';
import { until } from '../until.ts';
import { createCamera, type Camera } from './camera.ts';
import { livedThrough, MIDDAY, MORNING, NOW, STARTED, TASKS } from './day.ts';
import { reviewDay } from './review.ts';
import { writeTrayStates } from './tray-states.ts';

/** Takes the pictures in `docs/screenshots` from the real app: `npm run screenshots`. */

const { values: flags } = parseArgs({
  options: {
    folder: { type: 'string', default: 'docs/screenshots' },
    scale: { type: 'string', default: '2' },
  },
});
const folder = resolve(flags.folder);

type Scene = {
  readonly api: DemoApi;
  readonly app: RunningApp;
  readonly page: Page;
  readonly camera: Camera;
};

async function firstRun({ api, page, camera }: Scene): Promise<void> {
  await page.getByRole('button', { name: 'Try the demo' }).waitFor();
  await camera.take('connect');

  api.server.faults.next(answer(401));
  await tryKey(page, 'toggl_sk_of_another_account', addressOf(api.server));
  await page.getByRole('alert').waitFor();
  await camera.take('connect-error');
}

async function refresh(page: Page, shows: string): Promise<void> {
  await page.getByRole('button', { name: 'Refresh' }).click();
  await entryRows(page).filter({ hasText: shows }).first().waitFor();
}

/** Tracks from `startAt` until `endAt`; what comes of it stands in the list. */
async function track(scene: Scene, words: string, startAt: number, endAt: number): Promise<void> {
  const { page, camera } = scene;
  await camera.setTime(startAt);
  await chooseTask(page, words);
  await startTimer(page);
  await camera.setTime(endAt);
  await stopTimer(page);
}

async function workingDay(scene: Scene): Promise<readonly Buffer[]> {
  const { api, app, page, camera } = scene;
  await connect(page, api.server);
  await camera.take('empty');
  const idle = await app.item.icon();

  await livedThrough(api, MORNING);
  await livedThrough(api, MIDDAY);
  await refresh(page, 'Sprint planning');
  await workField(page).press('ArrowDown');
  await page.getByRole('option', { name: 'Schema work' }).first().waitFor();
  await camera.take('task-list-open');
  await page.keyboard.press('Escape');

  await camera.setTime(STARTED);
  await chooseTask(page, 'Migration dry run', 'second rehearsal with the real dump');
  await startTimer(page);
  await camera.setTime(NOW);
  await page.getByRole('timer').filter({ hasText: '0:42:07' }).waitFor();
  await camera.take('timer-running');
  const running = await app.item.icon();
  await stopTimer(page);
  await statusReading(page, 'All sent');
  await camera.take('day');
  await reviewDay(scene);
  return [idle, running];
}

async function trouble(scene: Scene): Promise<readonly Buffer[]> {
  const { api, app, page, camera } = scene;
  const minute = 60_000;
  api.server.deleteTask(TASKS.seats);
  await track(scene, 'Seat booking', NOW + minute, NOW + 26 * minute);
  await statusReading(page, '1 refused');
  await api.server.down();
  await track(scene, 'E-mail', NOW + 27 * minute, NOW + 41 * minute);
  await statusReading(page, '1 waiting');
  await camera.take('waiting-and-rejected');
  const attention = await app.item.icon();
  await chooseTask(page, 'Review');
  await startTimer(page);
  const both = await until(async () => {
    const icon = await app.item.icon();
    return !icon.equals(attention) && icon;
  }, 'the icon shows that a timer runs');

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await camera.take('settings');
  return [attention, both];
}

async function takeAll(): Promise<void> {
  const scale = Number(flags.scale);
  const session = await startDesktopSession({ width: 800 * scale, height: 700 * scale, scale });
  const api = await openDemo({ now: () => NOW });
  try {
    const app = await launchApp({
      session,
      userDataDir: join(session.home, 'stint'),
      env: { STINT_API_URL: api.server.account.baseUrl, TZ: 'UTC' },
    });
    const page = await app.openPopup();
    const camera = createCamera(app, page, folder);
    await camera.setTime(NOW);
    const scene = { api, app, page, camera };
    await firstRun(scene);
    const icons = [...(await workingDay(scene)), ...(await trouble(scene))];
    writeTrayStates(join(folder, 'tray-states.png'), icons);
    await app.close();
  } finally {
    await api[Symbol.asyncDispose]();
    await session.stop();
  }
  process.stdout.write(`The pictures are in ${folder}\n`);
}

await takeAll();
