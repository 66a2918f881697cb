import { powerMonitor } from 'electron';

/** Electron tells main of no network change, so waking and unlocking stand for "back at the desk". */
export function wakeWithMachine(wake: () => void): () => void {
  powerMonitor.on('resume', wake);
  powerMonitor.on('unlock-screen', wake);
  return () => {
    powerMonitor.off('resume', wake);
    powerMonitor.off('unlock-screen', wake);
  };
}
