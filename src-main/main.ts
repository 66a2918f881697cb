import { app, protocol } from 'electron';
import type { Desktop } from './desktop/desktop.ts';
import { guardApp } from './desktop/security/session-and-navigation-guards.ts';
import { giveUp } from './desktop/startup/failed-start-box.ts';
import { isFirstIn, takeFolder } from './desktop/startup/single-instance-lock.ts';
import { watchLaunches, type Launches } from './desktop/startup/second-launch-and-hidden-start.ts';
import { createOpening, type Opening } from './desktop/startup/clicks-while-starting.ts';
import { bundledPage, devPage } from './desktop/security/page-address-and-csp.ts';
import { PRIVILEGED_SCHEME } from './desktop/security/app-protocol.ts';
import { sendOnce } from './desktop/chromium/no-automatic-resend.ts';
import { createElectronTray, STARTING, type TrayEvents } from './desktop/tray/electron-tray.ts';
import { pngOf } from './desktop/tray/icon-images.ts';
import type { StandingTray } from './desktop/tray/update-tray.ts';
import { withoutGpu } from './desktop/chromium/without-gpu.ts';
import type { OpenCoreAndDesktop } from './open-core-and-desktop.ts';
import { createPlatform, type Platform } from './platform.ts';
import { removeMenu } from './desktop/application-menu.ts';

// What Stint writes is for its person alone, wherever the data folder lies.
process.umask(0o077);
protocol.registerSchemesAsPrivileged([PRIVILEGED_SCHEME]);
sendOnce(app);
withoutGpu(app);

// `--user-data-dir` gives another Stint a life of its own.
const dataFolder = app.getPath('userData');
if (isFirstIn(dataFolder, app)) {
  const platform = createPlatform({ dataFolder });
  const opening = createOpening<Desktop>({
    async ask(failure) {
      const { wayOn } = await import('./open-core-and-desktop.ts');
      await wayOn(platform, failure);
    },
    clickFailed: (error) =>
      platform.log('error', 'click failed', { error: error instanceof Error ? error.name : '' }),
  });
  const launches = watchLaunches(app, process.argv, () =>
    opening.whenThere((desktop) => desktop.openPopup()),
  );
  start(platform, opening, launches).catch((error: unknown) => giveUp(error, dataFolder));
} else app.quit();

/**
 * The icon first, with this file and nothing else read; then all the rest. Whoever clicks meanwhile
 * is answered when it is there.
 */
async function start(
  platform: Platform,
  opening: Opening<Desktop>,
  launches: Launches,
): Promise<void> {
  const { whenThere } = opening;
  const standing = await beginTray(platform, {
    click: () => whenThere(({ control }) => control.click()),
    middleClick: () => whenThere(({ control }) => control.middleClick()),
    act: (action) => whenThere(({ control }) => control.act(action)),
  });
  const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  const page = devServer === undefined ? bundledPage() : devPage(devServer);
  guardApp(app, page, platform.log);
  if (devServer === undefined) removeMenu();
  app.dock?.hide();
  // The tray is the app: without a listener the last window to close would end it.
  app.on('window-all-closed', () => undefined);

  await app.whenReady();
  const tray = await standing();
  let openCoreAndDesktop: OpenCoreAndDesktop | undefined;
  const { asked } = await opening.open(async (asking) => {
    takeFolder(platform.dataFolder, app);
    openCoreAndDesktop ??= (await import('./open-core-and-desktop.ts')).createOpener(
      process.env['STINT_API_URL'],
    );
    return openCoreAndDesktop({ ...platform, page, tray, asking, mayOpen: launches.byPerson });
  });
  launches.started();
  // Who was asked a question wants to see what came of the answer.
  if (asked) whenThere((desktop) => desktop.openPopup());
}

/** Begins with the icon, on Linux before Electron is ready; to what is returned when it is, the icon that stands. */
async function beginTray(
  platform: Platform,
  events: TrayEvents,
): Promise<() => Promise<StandingTray>> {
  const electrons = () => createElectronTray(process.platform, events);
  if (process.platform !== 'linux') return () => Promise.resolve(electrons());
  const { beginIcon } = await import('./early-icon.ts');
  return beginIcon({ ...platform, events, tooltip: STARTING, png: pngOf, electrons });
}
