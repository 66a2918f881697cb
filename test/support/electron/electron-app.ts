import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { _electron, type ElectronApplication, type JSHandle, type Page } from 'playwright';
import { resolveElectron } from '../../../scripts/bootstrap/electron.mjs';
import { sandboxIsDenied } from '../../../scripts/bootstrap/sandbox.mjs';
import { commandLine, awaitEnd, familyOf, killAll } from '../desktop-session/processes.ts';
import type { DesktopSession } from '../desktop-session/session.ts';
import type { TrayItem } from '../desktop-session/tray-item.ts';
import { until } from '../until.ts';

export const projectRoot = join(import.meta.dirname, '../../..');

export type LaunchOptions = {
  readonly session: DesktopSession;
  /** Where the app keeps its data; starting again on the same folder continues where it was. */
  readonly userDataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Flags for Electron and the app, `--lang=de` for one. */
  readonly args?: readonly string[];
  /** As a login starts it, with the icon alone (so unless told otherwise), or as a person does. */
  readonly by?: 'login' | 'person';
  /** Another app than Stint, a folder within the checkout. */
  readonly app?: string;
};

/** One run of the app on a desktop session, whether it has an icon or not. */
export type StartedApp = {
  /** The main process, to be looked into. */
  readonly electron: ElectronApplication;
  /** All that the app has written to its two streams so far. */
  output(): string;
  /** The popup's page, there once it was opened; each call asks anew, since the popup may be destroyed while hidden. */
  page(timeoutMs?: number): Promise<Page>;
  /** The command line of each process of the app. */
  processArgs(): readonly (readonly string[])[];
  /** What a power cut does: every process of the app is gone when it resolves. */
  kill9(): Promise<void>;
  /** Asks the app to quit, as the menu does; killed when it has not within five seconds. */
  close(): Promise<void>;
};

export type RunningApp = StartedApp & {
  /** This run's icon, once it is in the tray. */
  readonly item: TrayItem;
  /** Clicks the icon and waits for the popup. */
  openPopup(): Promise<Page>;
};

const QUIT_GRACE_MS = 5000;
/** Below a test's own time, so that what failed is a step with a name. */
const STEP_MS = 15_000;

/** The icon stands before anything else is read, and says so. */
async function saysWhatIs(item: TrayItem): Promise<boolean> {
  return !(await item.properties()).toolTip.includes('is starting');
}

/** A window counts as the popup when it is shown on the screen and its page answers, not just shows. */
async function shownPage(electron: ElectronApplication): Promise<Page | undefined> {
  for (const page of electron.windows()) {
    const window = await electron.browserWindow(page);
    const shown = await window.evaluate(
      (each: BrowserWindow) => !each.isDestroyed() && each.isVisible(),
    );
    if (shown && (await page.locator('body[aria-busy]').count()) === 0) {
      page.setDefaultTimeout(STEP_MS);
      return page;
    }
  }
  return undefined;
}

type Asked = (...args: unknown[]) => Promise<unknown>;

/**
 * A debugger's question wakes main only where none waits yet: after one lost wake-up all of them wait until main has
 * something else to do. The tray gives it that, a second after each question that has no answer.
 */
function wakeWhenAsked(electron: ElectronApplication, item: TrayItem): void {
  const waking =
    (asked: Asked): Asked =>
    async (...args) => {
      const each = setInterval(() => void item.properties().catch(() => undefined), 1000);
      try {
        return await asked(...args);
      } finally {
        clearInterval(each);
      }
    };
  const windowOf = waking(electron.browserWindow.bind(electron) as Asked);
  const browserWindow = async (page: Page) => {
    const window = (await windowOf(page)) as JSHandle<BrowserWindow>;
    return Object.assign(window, { evaluate: waking(window.evaluate.bind(window) as Asked) });
  };
  Object.assign(electron, {
    evaluate: waking(electron.evaluate.bind(electron) as Asked),
    browserWindow,
  });
}

/** Starts the app and waits for its icon. Run `npm run build` before, or start through `npm test`. */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const { tray } = options.session;
  const earlier = new Set(tray.items());
  const app = await startApp(options);
  try {
    const item = await until(
      async () => {
        const found = tray.items().find((each) => !earlier.has(each));
        return found !== undefined && (await saysWhatIs(found)) && found;
      },
      'the icon of the app is in the tray',
      20_000,
    );
    wakeWhenAsked(app.electron, item);
    const openPopup = async () => {
      await item.activate();
      return app.page();
    };
    return { ...app, item, openPopup };
  } catch (error) {
    await app.kill9();
    throw new Error(`the app showed no icon; it said:\n${app.output()}`, { cause: error });
  }
}

/** Starts the app on a desktop that may have no panel. */
export async function startApp(options: LaunchOptions): Promise<StartedApp> {
  const { session, userDataDir } = options;
  const { command, args } = await resolveElectron(projectRoot, options.app);
  const electron = await _electron.launch({
    executablePath: command,
    // Playwright would leave it off everywhere; root's arguments leave it off for root.
    chromiumSandbox: !(await sandboxIsDenied(command)),
    args: [
      ...args,
      `--user-data-dir=${userDataDir}`,
      `--force-device-scale-factor=${session.scale}`,
      ...(options.by === 'person' ? [] : ['--hidden']),
      ...(options.args ?? []),
    ],
    env: { ...session.env, ...options.env },
  });
  const { pid, stdout, stderr } = electron.process();
  const said: Buffer[] = [];
  stdout?.on('data', (chunk: Buffer) => said.push(chunk));
  stderr?.on('data', (chunk: Buffer) => said.push(chunk));
  const output = () => Buffer.concat(said).toString('utf8');
  const members = () => (pid === undefined ? [] : familyOf(pid));

  const page = (timeoutMs = 10_000) =>
    until(() => shownPage(electron), 'the popup is shown', timeoutMs);

  return {
    electron,
    output,
    page,
    processArgs: () => members().map((member) => commandLine(member.pid)),
    kill9: () => killAll(members),
    close: async () => {
      // The answer is lost when the app is quicker.
      const asked = electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
      await awaitEnd(members, QUIT_GRACE_MS);
      await asked;
    },
  };
}
