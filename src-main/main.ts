import { app, dialog, Menu, protocol } from 'electron';
import type { Desktop } from './desktop/desktop.ts';
import { guardApp } from './desktop/guards.ts';
import { bundledPage, devPage } from './desktop/page.ts';
import { PRIVILEGED_SCHEME } from './desktop/protocol.ts';
import { sendOnce } from './desktop/send-once.ts';
import { createElectronTray } from './desktop/tray/electron-tray.ts';
import { untilIconStands } from './desktop/tray/icon-stands.ts';
import { withoutGpu } from './desktop/without-gpu.ts';
import { createPlatform } from './platform.ts';

// What Stint writes is for its person alone, wherever the data folder lies.
process.umask(0o077);
protocol.registerSchemesAsPrivileged([PRIVILEGED_SCHEME]);
sendOnce(app);
withoutGpu(app);

// One Stint per data folder: `--user-data-dir` gives another one a life of its own.
if (app.requestSingleInstanceLock()) {
  const desktop = start((act) => void desktop.then(act, () => undefined));
  desktop.catch(giveUp);
  app.on('second-instance', () => void desktop.then((it) => it.openPopup()));
} else app.quit();

/**
 * The icon first, with this file and nothing else read; then all the rest. Whoever clicks meanwhile
 * is answered by `whenThere`.
 */
async function start(whenThere: (act: (desktop: Desktop) => void) => void): Promise<Desktop> {
  const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  const page = devServer === undefined ? bundledPage() : devPage(devServer);
  const platform = createPlatform({ dataFolder: app.getPath('userData') });
  guardApp(app, page, platform.log);
  if (devServer === undefined) removeMenu();
  app.dock?.hide();
  // The tray is the app: without a listener the last window to close would end it.
  app.on('window-all-closed', () => undefined);

  await app.whenReady();
  const tray = createElectronTray(process.platform, {
    click: () => whenThere(({ control }) => control.click()),
    middleClick: () => whenThere(({ control }) => control.middleClick()),
    act: (action) => whenThere(({ control }) => control.act(action)),
  });
  await untilIconStands(platform.timers, process.platform);
  const { furnish } = await import('./furnish.ts');
  return furnish({ ...platform, page, tray });
}

/** Nothing is repaired or overwritten here: the data stay as they are for a person to look at. */
function giveUp(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox(
    'Stint cannot start',
    `${reason}.\n\nYour data was left untouched in ${app.getPath('userData')}. Check that the folder can be written, or move it away to begin anew.`,
  );
  app.exit(1);
}

/** Its shortcuts would reload and zoom the popup. macOS keeps those that copy and paste. */
function removeMenu(): void {
  const roles = [{ role: 'appMenu' }, { role: 'editMenu' }] as const;
  Menu.setApplicationMenu(
    process.platform === 'darwin' ? Menu.buildFromTemplate([...roles]) : null,
  );
}
