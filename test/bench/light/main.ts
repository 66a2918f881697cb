import { cpus, release, totalmem } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { rmSync } from 'node:fs';
import { startDesktopSession } from '../../support/desktop-session/session.ts';
import { prepareAccount, type Account } from './account.ts';
import type { Figures } from './figures.ts';
import { parseOptions, type Options } from './options.ts';
import { packFloor, packStint, rendererGzipBytes, type Packaged } from './packaged.ts';
import { linesFor, linesForSizes, tableOf, type Line } from './report.ts';
import {
  measureRest,
  measureUse,
  startApp,
  startTimer,
  type BenchSession,
  type Launch,
} from './run.ts';
import { watchWindows } from './windows.ts';

const root = resolve(import.meta.dirname, '../../..');
const work = join(root, 'node_modules/.cache/stint/bench');

/**
 * Memory that a start has used is collected and given back bit by bit. With Electron 33 that ends in the third
 * minute: what follows is how an app rests all day.
 */
const REST_SETTLE_MS = 150_000;
/** As long as the popup is kept hidden (desktop.ts). */
const KEPT_MS = 60_000;
const MOST_RENDERER_BYTES = 90_000;
const MOST_APP_BYTES = 6_000_000;

type App = {
  readonly name: string;
  readonly isStint: boolean;
  readonly keptMs: number;
  readonly launch: () => Launch;
};

const options = readOptions();

function readOptions(): Options {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

const rounds: Record<string, Figures[]> = {};
function note(name: string, figures: Figures): void {
  (rounds[name] ??= []).push(figures);
}

/** The Chromium sandbox refuses to work for root. */
const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

function stintApp(name: string, { executable }: Packaged, account: Account): App {
  return {
    name,
    isStint: true,
    keptMs: KEPT_MS,
    launch: () => ({
      command: executable,
      args: [...rootArgs, `--user-data-dir=${account.userData()}`],
      env: account.env,
    }),
  };
}

function floorApp(name: string, { executable }: Packaged, popup: string): App {
  const launch = { command: executable, args: rootArgs, env: { FLOOR_POPUP: popup } };
  return { name, isStint: false, keptMs: 0, launch: () => launch };
}

async function measureUses(session: BenchSession, apps: readonly App[]): Promise<void> {
  for (const { name, keptMs, launch } of apps) {
    const { settleMs, only } = options;
    const wait = { settleMs, keptMs: only === 'open' ? undefined : keptMs };
    const figures = await measureUse(session, launch(), wait);
    note(name, figures);
    const { startMs, first, atRest, afterClose } = figures;
    const pss = [atRest, afterClose].flatMap((memory) => memory?.pssMiB.toFixed(0) ?? []);
    say(
      `${name}: icon ${startMs?.toFixed(0)} ms, first content ${first?.contentMs.toFixed(0)} ms, ` +
        `PSS ${pss.join(' and ')} MiB`,
    );
  }
}

/**
 * As many of each as there are rounds, all side by side: they rest in the same minutes and at the same age, first without
 * a timer, then with one.
 */
async function measureRests(session: BenchSession, apps: readonly App[]): Promise<void> {
  const started: (Awaited<ReturnType<typeof startApp>> & { readonly app: App })[] = [];
  const wanted = Array.from({ length: options.rounds }, () => apps).flat();
  try {
    for (const app of wanted) started.push({ ...(await startApp(session, app.launch())), app });
    say(`${started.length} apps come to rest`);
    await pause(Math.max(options.settleMs, REST_SETTLE_MS));
    const pids = Object.fromEntries(started.map(({ pid }, at) => [at, pid]));
    const stopped = await measureRest(pids, options.restMs);
    for (const { app, item } of started) if (app.isStint) await startTimer(item);
    await pause(options.settleMs);
    const running = await measureRest(pids, options.restMs);
    for (const [at, { app }] of started.entries()) {
      const [rest, restRunning] = [stopped[at], running[at]];
      if (rest === undefined || restRunning === undefined) continue;
      // An app without a timer has rested twice.
      note(app.name, app.isStint ? { rest, restRunning } : { rest });
      if (!app.isStint) note(app.name, { rest: restRunning });
      say(`${app.name}: switches at rest ${rest.switches}, then ${restRunning.switches}`);
    }
  } finally {
    for (const { end } of started) await end();
  }
}

function linesOf(name: string, checkout: string, packaged: Packaged): readonly Line[] {
  const sizes = [
    {
      what: 'renderer bundle, gzipped',
      bytes: rendererGzipBytes(checkout),
      mostBytes: MOST_RENDERER_BYTES,
    },
    { what: 'app files without Electron', bytes: packaged.bytes, mostBytes: MOST_APP_BYTES },
  ];
  return [...linesFor(name, rounds), ...linesForSizes(sizes)];
}

async function bench(): Promise<void> {
  const checkouts = [root, ...options.checkouts];
  // Whatever an earlier run has packed.
  rmSync(work, { recursive: true, force: true });
  const packages: Packaged[] = [];
  for (const folder of checkouts) {
    packages.push(await packStint(folder, join(work, `stint-${packages.length}`)));
  }
  const [stint] = packages;
  if (stint === undefined) throw new Error('nothing was packed');
  const floor = await packFloor(stint, join(import.meta.dirname, '../floor'), join(work, 'floor'));
  const desktop = await startDesktopSession();
  try {
    const account = await prepareAccount(root, desktop);
    try {
      const session = { ...desktop, windows: await watchWindows(desktop) };
      const kept = floorApp('floor', floor, 'kept');
      const destroyed = floorApp('floor, popup destroyed', floor, 'destroyed');
      const names = checkouts.map((folder) => (folder === root ? 'stint' : basename(folder)));
      const stints = packages.map((each, at) => stintApp(names[at] ?? '', each, account));
      for (let round = 1; options.only !== 'rest' && round <= options.rounds; round += 1) {
        say(`round ${round} of ${options.rounds}`);
        await measureUses(session, [kept, destroyed, ...stints]);
      }
      if (options.only === undefined || options.only === 'rest') {
        await measureRests(session, [kept, ...stints]);
      }
      session.windows.close();
      report(names, checkouts, packages);
    } finally {
      account.stop();
    }
  } finally {
    await desktop.stop();
  }
}

function report(
  names: readonly string[],
  checkouts: readonly string[],
  packages: readonly Packaged[],
): void {
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    electron: packages[0]?.electron,
  };
  const tables = packages.map((packaged, at) => {
    const app = names[at] ?? '';
    return { app, lines: linesOf(app, checkouts[at] ?? root, packaged) };
  });
  if (options.json) {
    const result = { machine, options, rounds, tables };
    process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
    return;
  }
  process.stdout.write(
    `${Object.entries(machine)
      .map(([what, value]) => `${what} ${value}`)
      .join(', ')}; ${options.rounds} rounds\n\n`,
  );
  for (const { app, lines } of tables) process.stdout.write(`${tableOf(app, lines)}\n\n`);
}

await bench();
