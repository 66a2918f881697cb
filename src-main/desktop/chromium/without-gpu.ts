import type { App } from 'electron';

/**
 * Draws the popup on the CPU: call it before Electron is ready. A small page that is open for seconds
 * needs no graphics card, and the process for it is the lighter the less it loads: no driver, and no
 * emulation of one either (docs/adr/0009).
 */
export function withoutGpu(app: Pick<App, 'disableHardwareAcceleration' | 'commandLine'>): void {
  app.disableHardwareAcceleration();
  app.commandLine.appendSwitch('disable-software-rasterizer');
}
