import type { StandingTray, TraySurface } from '../update-tray.ts';
import type { StatusNotifier } from './status-notifier.ts';

type Shown = { -readonly [Call in keyof TraySurface]?: Parameters<TraySurface[Call]>[0] };

/**
 * An icon, and one of another kind that stands for it while there is nothing to register it with: Electron's own also
 * knows the tray of older panels (XEmbed). Where there is a watcher, Electron's would register there too, as a second icon.
 */
export function withStandIn(tray: StatusNotifier, putUp: () => StandingTray): StandingTray {
  const shown: Shown = {};
  let other: StandingTray | undefined;
  let needed = false;

  function show(surface: TraySurface): void {
    if (shown.setIcon !== undefined) surface.setIcon(shown.setIcon);
    if (shown.setTooltip !== undefined) surface.setTooltip(shown.setTooltip);
    if (shown.setTitle !== undefined) surface.setTitle(shown.setTitle);
    if (shown.setMenu !== undefined) surface.setMenu(shown.setMenu);
  }

  function look(): void {
    const stands = needed && !tray.hasWatcher();
    if (stands === (other !== undefined)) return;
    other?.dispose();
    other = stands ? putUp() : undefined;
    if (other !== undefined) show(other);
  }

  return {
    ...tray,
    setIcon(icon) {
      shown.setIcon = icon;
      tray.setIcon(icon);
      other?.setIcon(icon);
    },
    setTooltip(tooltip) {
      shown.setTooltip = tooltip;
      tray.setTooltip(tooltip);
      other?.setTooltip(tooltip);
    },
    setTitle(title) {
      shown.setTitle = title;
      tray.setTitle(title);
      other?.setTitle(title);
    },
    setMenu(menu) {
      shown.setMenu = menu;
      tray.setMenu(menu);
      other?.setMenu(menu);
    },
    watch: (events) =>
      tray.watch({
        panel(there) {
          look();
          events.panel(there);
        },
      }),
    standIn(isNeeded) {
      needed = isNeeded;
      look();
    },
    dispose() {
      other?.dispose();
      tray.dispose();
    },
  };
}
