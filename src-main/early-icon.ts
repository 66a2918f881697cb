import { nativeImage, screen } from 'electron';
import { PANEL_MS } from './desktop/tray/how-long-panel-is-waited-for.ts';
import type { Log, Timers } from './app/ports/ports.ts';
import type { TrayEvents } from './desktop/tray/electron-tray.ts';
import type { TrayIcon } from './desktop/tray/icon-title-and-tooltip.ts';
import { pixmapOf, type Pixmap } from './desktop/tray/status-notifier/pixmaps.ts';
import { withStandIn } from './desktop/tray/status-notifier/stand-in.ts';
import { createStatusNotifier } from './desktop/tray/status-notifier/status-notifier.ts';
import type { StandingTray } from './desktop/tray/update-tray.ts';
import { connectToSessionBus } from './session-bus.ts';

export type EarlyIconPorts = {
  readonly events: TrayEvents;
  readonly tooltip: string;
  /** A picture of one size as a data URL. */
  readonly png: (icon: TrayIcon, suffix: string) => string;
  /** Puts Electron's own icon up. */
  readonly electrons: () => StandingTray;
  readonly timers: Timers;
  readonly log: Log;
};

/** Panels take the one that fits, and halve the larger one for themselves. */
const SIZES = ['-22', '-44'];

/** Of all displays: Chromium has one for the whole of a desktop. */
const scale = () => screen.getPrimaryDisplay().scaleFactor;

/**
 * An icon that needs nothing of Electron but its pictures, and begins before Electron is ready. What is returned
 * is called when that is so: then, Electron's own may stand in for it.
 */
export function beginIcon(ports: EarlyIconPorts): () => Promise<StandingTray> {
  const { png, log, electrons } = ports;
  const icon = createStatusNotifier({
    ...ports,
    scale,
    connect: connectToSessionBus,
    picture: (kind) => SIZES.map((suffix) => pixmapOfPng(png(kind, suffix))),
    threw: (error) =>
      log('error', 'icon-failed', { error: error instanceof Error ? error.name : typeof error }),
  });
  return async () => {
    await icon.untilItStands(PANEL_MS);
    const tray = withStandIn(icon, electrons);
    // Without a bus there is nothing to wait for.
    if (!icon.isOpen()) tray.standIn?.(true);
    return tray;
  };
}

function pixmapOfPng(dataUrl: string): Pixmap {
  const image = nativeImage.createFromDataURL(dataUrl);
  return pixmapOf({ ...image.getSize(), bgra: image.toBitmap() });
}
