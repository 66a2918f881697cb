import { Menu } from 'electron';

/** Its shortcuts would reload and zoom the popup. macOS keeps those that copy and paste. */
export function removeMenu(): void {
  const roles = [{ role: 'appMenu' }, { role: 'editMenu' }] as const;
  Menu.setApplicationMenu(
    process.platform === 'darwin' ? Menu.buildFromTemplate([...roles]) : null,
  );
}
