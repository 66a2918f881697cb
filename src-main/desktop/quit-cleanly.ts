import type { Timers } from '../app/ports/ports.ts';

/** As much of Electron's app as quitting takes. */
export type Quittable = {
  on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  quit(): void;
};

/** Everything is on disk already; longer than this nobody should wait for a request to end. */
const LONGEST_MS = 3000;

/**
 * Holds the first quit back until `dispose` is done (requests given up, database closed), then
 * quits for good. All ways out come through here: the menu, SIGTERM and SIGINT (which Electron
 * turns into a quit), and the end of the session.
 */
export function quitCleanly(app: Quittable, timers: Timers, dispose: () => Promise<void>): void {
  let state: 'running' | 'closing' | 'closed' = 'running';

  function finish(): void {
    if (state === 'closed') return;
    state = 'closed';
    app.quit();
  }

  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    timers.after(LONGEST_MS, finish);
    dispose().then(finish, finish);
  });
}
