import { homedir } from 'node:os';
import type { App } from 'electron';
import { HIDDEN } from '../startup/second-launch-and-hidden-start.ts';
import { autostartFile, createXdgAutostart, type StartAtLogin } from './xdg-autostart.ts';

type Installed = Pick<
  App,
  'isPackaged' | 'getAppPath' | 'getLoginItemSettings' | 'setLoginItemSettings'
>;

export function createStartAtLogin(app: Installed): StartAtLogin {
  const { platform, env, execPath } = process;
  const args = app.isPackaged ? [HIDDEN] : [app.getAppPath(), HIDDEN];
  if (platform === 'linux') {
    // An AppImage runs from a folder that is gone with it.
    const program = (app.isPackaged ? env['APPIMAGE'] : undefined) ?? execPath;
    return createXdgAutostart(autostartFile(env, homedir()), { program, args });
  }
  // macOS tells a start at login from others by itself, and hands on no arguments.
  const item = platform === 'win32' ? { path: execPath, args } : {};
  return {
    isOn: () => app.getLoginItemSettings(item).openAtLogin,
    set: (on) => app.setLoginItemSettings({ ...item, openAtLogin: on }),
    keepUp: () => undefined,
  };
}
