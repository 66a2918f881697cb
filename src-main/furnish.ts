import { app } from 'electron';
import { compose } from './compose.ts';
import { createDesktop, type Desktop, type DesktopPorts } from './desktop/desktop.ts';
import { quitCleanly } from './desktop/quit.ts';
import type { Platform } from './platform.ts';

/** All that is not needed for the icon to stand: the core, and the desktop over it. Throws as `compose` does. */
export function furnish(ports: Platform & Pick<DesktopPorts, 'page' | 'tray'>): Desktop {
  const stint = compose(ports, (suggestedName) => desktop.saveText(suggestedName));
  const desktop: Desktop = createDesktop({
    ...ports,
    stint,
    loadFirstPicture: () => import('../src-renderer/first-picture.ts'),
  });
  quitCleanly(app, ports.timers, async () => {
    desktop.dispose();
    await stint.dispose();
  });
  return desktop;
}
