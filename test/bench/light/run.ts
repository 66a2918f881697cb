import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { familyOf, killAll } from '../../support/desktop-session/processes.ts';
import type { DesktopSession } from '../../support/desktop-session/session.ts';
import type { TrayItem } from '../../support/desktop-session/tray-item.ts';
import { until } from '../../support/until.ts';
import type { Effort, Figures, Opening } from './figures.ts';
import { effortBetween, effortOf, memoryOf } from './proc.ts';
import type { Windows } from './windows.ts';

/** An app as a person's desktop starts it. */
export type Launch = {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

export type BenchSession = DesktopSession & { readonly windows: Windows };

export type Started = {
  readonly pid: number;
  readonly item: TrayItem;
  readonly startMs: number;
  readonly end: () => Promise<void>;
};

/** After its popup was opened. */
const OPEN_MS = 5_000;
/** Longer than a blur and the click that caused it may lie apart in Stint (popup.ts, SAME_CLICK_MS and DOUBLE_CLICK_MS). */
const BETWEEN_CLICKS_MS = 700;
const WARM_OPENINGS = 5;

/** Starts an app and waits for its icon. */
export async function startApp(session: BenchSession, launch: Launch): Promise<Started> {
  const registered = session.tray.nextItem();
  const startedAt = performance.now();
  const child = spawn(launch.command, launch.args, {
    env: { ...session.env, ...launch.env },
    detached: true,
    stdio: 'ignore',
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${launch.command} could not be started`);
  const end = () => killAll(() => familyOf(pid));
  try {
    const { item, at } = await Promise.race([registered, endOf(child, launch.command)]);
    return { pid, item, startMs: at - startedAt, end };
  } catch (error) {
    await end();
    throw error;
  }
}

function endOf(child: ChildProcess, command: string): Promise<never> {
  return new Promise((_resolve, reject) => {
    child.once('exit', () => reject(new Error(`${command} ended before its icon stood`)));
  });
}

/** Start, memory at rest, first and warm openings, memory with the popup open and, `keptMs` after it was closed, again. */
export async function measureUse(
  session: BenchSession,
  launch: Launch,
  { settleMs, keptMs }: { readonly settleMs: number; readonly keptMs: number | undefined },
): Promise<Figures> {
  const { pid, item, startMs, end } = await startApp(session, launch);
  try {
    await pause(settleMs);
    const atRest = memoryOf(pid);
    const first = await openPopup(session, item);
    await pause(OPEN_MS);
    const open = memoryOf(pid);
    await closePopup(session, item);
    const warm: Opening[] = [];
    for (let count = 0; count < WARM_OPENINGS; count += 1) {
      await pause(BETWEEN_CLICKS_MS);
      warm.push(await openPopup(session, item));
      await pause(BETWEEN_CLICKS_MS);
      await closePopup(session, item);
    }
    const figures = { startMs, atRest, first, open, warm };
    if (keptMs === undefined) return figures;
    await pause(keptMs + settleMs);
    return { ...figures, afterClose: memoryOf(pid) };
  } finally {
    await end();
  }
}

async function openPopup({ windows }: BenchSession, item: TrayItem): Promise<Opening> {
  const next = windows.nextShown();
  const clickedAt = performance.now();
  const [{ mappedAt, contentAt }] = await Promise.all([next, item.activate()]);
  return { mappedMs: mappedAt - clickedAt, contentMs: contentAt - clickedAt };
}

async function closePopup({ windows }: BenchSession, item: TrayItem): Promise<void> {
  await Promise.all([windows.nextHidden(), item.activate()]);
}

/** What running apps do while nobody touches them, all in the same stretch of time. */
export async function measureRest<Name extends string>(
  pids: Readonly<Record<Name, number>>,
  restMs: number,
): Promise<Record<Name, Effort>> {
  const names = Object.keys(pids) as Name[];
  const all = (effort: (name: Name) => Effort) =>
    Object.fromEntries(names.map((name) => [name, effort(name)])) as Record<Name, Effort>;
  const before = all((name) => effortOf(pids[name]));
  await pause(restMs);
  return all((name) => effortBetween(before[name], effortOf(pids[name])));
}

/** Starts a timer through the icon's menu, as a person does. */
export async function startTimer(item: TrayItem): Promise<void> {
  const labels = async () => (await item.menu()).map(({ label }) => label);
  const start = (await labels()).find((label) => /^Start (?!a timer)/.test(label));
  if (start === undefined) throw new Error('the menu offers no task to start');
  await item.clickMenu(start);
  await until(async () => (await labels())[0]?.startsWith('Stop '), 'a timer runs');
}
