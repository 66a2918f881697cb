/** Starts Stint without a window, as a login does. */
export const HIDDEN = '--hidden';

/** As much of Electron's app as tells of launches. */
export type Launched = {
  on(event: 'second-instance', listener: (event: unknown, args: string[]) => void): unknown;
  on(event: 'activate', listener: () => void): unknown;
  /** Of macOS, which starts what begins with the system without an argument that would tell. */
  getLoginItemSettings?(): { readonly wasOpenedAtLogin: boolean };
};

export type Launches = {
  /** Whether this launch is one of a person, who wants to see something. */
  readonly byPerson: boolean;
  /** This launch is over: what is told from now on is another one. */
  started(): void;
};

/** Calls `open` whenever a person launches Stint once more, or opens it again while it runs. */
export function watchLaunches(app: Launched, args: readonly string[], open: () => void): Launches {
  const byPerson = !args.includes(HIDDEN);
  let isOver = false;
  app.on('second-instance', (_event, others) => {
    if (!others.includes(HIDDEN)) open();
  });
  // macOS starts no second one, but tells the first that it was opened again, and of its own launch as well.
  app.on('activate', () => {
    const atLogin = app.getLoginItemSettings?.().wasOpenedAtLogin ?? false;
    if (isOver || (byPerson && !atLogin)) open();
  });
  return {
    byPerson,
    started() {
      isOver = true;
    },
  };
}
