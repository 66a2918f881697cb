import type { Timers } from '../../app/ports.ts';

/** Seen with Electron 33 and a panel that answers at once: 8 to 10 ms. */
const PANEL_MS = 20;

/**
 * A Linux panel takes an icon in by several messages to and fro, each answered in a turn of the loop
 * of its own, and Electron tells nobody when that is done: long work in between would hold it up.
 */
export function untilIconStands(timers: Timers, platform: NodeJS.Platform): Promise<void> {
  if (platform !== 'linux') return Promise.resolve();
  return new Promise((resolve) => {
    timers.after(PANEL_MS, resolve);
  });
}
