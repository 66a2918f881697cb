import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../../scripts/bootstrap/packages.mjs';
import { startDesktopSession, type DesktopSession } from '../support/desktop-session/session.ts';
import { startApp } from '../support/electron/electron-app.ts';
import { allSent, connect, snapshotOf, track } from '../support/electron/popup-steps.ts';
import { popupWindows } from '../support/opening/popup-windows.ts';
import { createFaultServer, TASK_A } from '../support/server/fault-server.ts';
import { NOON_ZONE } from '../support/stint-run.ts';
import { until } from '../support/until.ts';
import type { Picture } from '../support/desktop-session/png.ts';
import { type Box, cut, differences } from './picture-differences.ts';
import { PANELS, startPanel, type PanelKind, type RunningPanel } from './real-panels.ts';

const PANEL_MS = 60_000;
/** What comes up so long after the panel does not come by itself any more. */
const ICON_MS = 5000;
/** So soon after another a press is a slip, of the icon and of the timer. */
const SLIP_MS = 1500;

const middle = ({ left, top, right, bottom }: Box) =>
  [Math.round((left + right) / 2), Math.round((top + bottom) / 2)] as const;

const isIcon = ({ left, top, right, bottom }: Box) =>
  right - left >= 8 && right - left <= 48 && bottom - top >= 8 && bottom - top <= 48;

const passed = (ms: number) => {
  const from = performance.now();
  return until(() => performance.now() - from > ms, 'it has passed', ms * 3);
};

/** Once nothing on the screen, or in a part of it, changes any more. */
async function settled({ screen }: DesktopSession, whatFor: string, part?: Box) {
  const look = (picture: Picture) => (part === undefined ? picture : cut(picture, part));
  let last = await screen.picture();
  let since = performance.now();
  return until(
    async () => {
      const now = await screen.picture();
      if (differences(look(last), look(now)).length > 0) [last, since] = [now, performance.now()];
      return performance.now() - since > 1500 && now;
    },
    whatFor,
    PANEL_MS,
  );
}

async function tryPanel(kind: PanelKind, folder: string): Promise<void> {
  const server = await createFaultServer();
  const session = await startDesktopSession({ windowManager: PANELS[kind].windowManager });
  try {
    session.tray.stop();
    const panel = startPanel(session, kind);
    const empty = await until(
      async () => {
        const picture = await settled(session, 'the screen is quiet');
        return picture.rgba.some((value) => value > 0 && value < 255) && picture;
      },
      'the panel stands',
      PANEL_MS,
    );
    const app = await startApp({
      session,
      userDataDir: join(session.home, randomUUID()),
      env: { STINT_API_URL: server.account.baseUrl, TZ: NOON_ZONE },
    });
    await walkThrough({ kind, session, panel, empty, app, server, folder });
    await app.kill9();
  } finally {
    await session.screenshot(join(folder, `${kind}-end.png`));
    await session.stop();
    await server.stop();
  }
}

type Walk = {
  readonly kind: PanelKind;
  readonly session: DesktopSession;
  readonly panel: RunningPanel;
  readonly empty: Picture;
  readonly app: Awaited<ReturnType<typeof startApp>>;
  readonly server: Awaited<ReturnType<typeof createFaultServer>>;
  readonly folder: string;
};

async function walkThrough({ kind, session, panel, empty, app, server, folder }: Walk) {
  const { screen } = session;
  const { opened, closed } = popupWindows(session);
  const step = (words: string) => say(`${kind}: ${words}`);

  async function findIcon(before: Picture): Promise<Box> {
    return until(
      async () => differences(before, await screen.picture()).find(isIcon),
      'the icon is in the panel',
      ICON_MS * 4,
    );
  }
  await findIcon(empty);
  const withIcon = await settled(session, 'the icon stands');
  const icon = differences(empty, withIcon).find(isIcon);
  if (icon === undefined) throw new Error('the icon is gone again');
  const [x, y] = middle(icon);
  step(`icon at ${x},${y}`);

  await screen.click(x, y);
  await opened();
  const page = await app.page();
  const popup = (await screen.windows()).find(({ title }) => title === 'Stint');
  if (popup === undefined || x < popup.x - 20 || x > popup.x + popup.width + 20) {
    throw new Error(`the popup is not at the icon: ${JSON.stringify(popup)}`);
  }
  step(`opens at ${popup.x},${popup.y}`);
  const strip = besideIcon(icon, withIcon.height);
  const withPopup = await settled(session, 'the panel is quiet', strip);
  await session.screenshot(join(folder, `${kind}-popup.png`));
  const listed = differences(cut(withIcon, strip), cut(withPopup, strip));
  if (listed.length > 0 !== PANELS[kind].listsUtilities) {
    throw new Error(`not listed as expected: ${JSON.stringify(listed)}`);
  }
  step(listed.length > 0 ? 'is listed among the windows' : 'is in no list of windows');

  await connect(page, server);
  await track(page, TASK_A.name);
  await allSent(page);
  await passed(SLIP_MS);
  await screen.click(x, y);
  await closed();
  step('a second click closes');

  const runs = async () => (await snapshotOf(page)).timer.state === 'running';
  await screen.click(x, y, 2);
  await until(runs, 'the middle click starts');
  await passed(SLIP_MS);
  await session.screenshot(join(folder, `${kind}-running.png`));
  await screen.click(x, y, 2);
  await until(async () => !(await runs()), 'the middle click stops');
  await until(() => server.entries().length === 2, 'both entries stand in Toggl Focus');
  step('the middle click starts and stops');

  panel.restart();
  await until(
    async () => {
      const now = await screen.picture();
      return differences(cut(empty, icon), cut(now, icon)).length > 0;
    },
    'the icon is back in the new panel',
    PANEL_MS,
  );
  await settled(session, 'the new panel stands');
  await screen.click(x, y);
  await opened();
  step('survives a panel that is started again');
}

/** The part of the panel in which windows would be listed. */
function besideIcon(icon: Box, height: number): Box {
  const isAbove = icon.top < height / 2;
  const [top, bottom] = isAbove ? [0, icon.bottom] : [icon.top, height - 1];
  return { left: 0, top, right: icon.left - 60, bottom };
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function main(wanted: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'stint-panels-'));
  mkdirSync(folder, { recursive: true });
  let [tried, failed] = [0, 0];
  for (const kind of Object.keys(PANELS) as PanelKind[]) {
    if (wanted.length > 0 && !wanted.includes(kind)) continue;
    const missing = PANELS[kind].programs.filter((program) => findProgram(program) === undefined);
    if (missing.length > 0) {
      say(`${kind}: NOT TRIED, there is no ${missing.join(', ')} here`);
      continue;
    }
    tried += 1;
    try {
      await tryPanel(kind, folder);
    } catch (error) {
      failed += 1;
      say(`${kind}: FAILED, ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  say(`${tried - failed} of ${tried} panels passed; pictures in ${folder}`);
  return tried === 0 || failed > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
