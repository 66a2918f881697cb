import { cpus, release, totalmem } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startDesktopSession } from '../../support/desktop-session/session.ts';
import { prepareAccount, type Account } from './account.ts';
import type { Figures } from './figures.ts';
import { packFloor, packStint, rendererGzipBytes, type Packaged } from './packaged.ts';
import { linesFor, linesForSizes, tableOf, type Rounds } from './report.ts';
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

/** A start works on for a while: what it collects and gives back then is no wake-up of a day. */
const REST_SETTLE_MS = 30_000;
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

const number = z.coerce.number().positive();
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    rest: { type: 'string', default: '60' },
    settle: { type: 'string', default: '10' },
    only: { type: 'string' },
    app: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
  },
});
const options = {
  rounds: number.parse(values.rounds),
  restMs: number.parse(values.rest) * 1000,
  settleMs: number.parse(values.settle) * 1000,
  only: z.enum(['use', 'open', 'rest']).optional().parse(values.only),
};

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
    say(
      `${name}: icon ${startMs?.toFixed(0)} ms, first content ${first?.contentMs.toFixed(0)} ms, ` +
        `PSS ${atRest?.pssMiB.toFixed(0)} and ${afterClose?.pssMiB.toFixed(0)} MiB`,
    );
  }
}

/** All apps side by side, so that they rest under the same conditions: first without a timer, then with one. */
async function measureRests(session: BenchSession, apps: readonly App[]): Promise<void> {
  const started = new Map<App, Awaited<ReturnType<typeof startApp>>>();
  try {
    for (const app of apps) started.set(app, await startApp(session, app.launch()));
    await pause(Math.max(options.settleMs, REST_SETTLE_MS));
    const pids = Object.fromEntries([...started].map(([{ name }, { pid }]) => [name, pid]));
    const stopped = await measureRest(pids, options.restMs);
    const stints = [...started].filter(([{ isStint }]) => isStint);
    for (const [, { item }] of stints) await startTimer(item);
    await pause(options.settleMs);
    const running = await measureRest(pids, options.restMs);
    for (const { name, isStint } of apps) {
      const [rest, restRunning] = [stopped[name], running[name]];
      if (rest === undefined || restRunning === undefined) continue;
      // An app without a timer has rested twice.
      note(name, isStint ? { rest, restRunning } : { rest });
      if (!isStint) note(name, { rest: restRunning });
      say(`${name}: switches at rest ${rest.switches}, then ${restRunning.switches}`);
    }
  } finally {
    for (const { end } of started.values()) await end();
  }
}

function print(name: string, checkout: string, packaged: Packaged): void {
  const sizes = [
    {
      what: 'renderer bundle, gzipped',
      bytes: rendererGzipBytes(checkout),
      mostBytes: MOST_RENDERER_BYTES,
    },
    { what: 'app files without Electron', bytes: packaged.bytes, mostBytes: MOST_APP_BYTES },
  ];
  const lines = [...linesFor(name, rounds), ...linesForSizes(sizes)];
  process.stdout.write(`${tableOf(name, lines)}\n\n`);
}

async function bench(): Promise<void> {
  const checkouts = [root, ...values.app.map((folder) => resolve(folder))];
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
      for (let round = 1; round <= options.rounds; round += 1) {
        say(`round ${round} of ${options.rounds}`);
        if (options.only !== 'rest') await measureUses(session, [kept, destroyed, ...stints]);
        if (options.only === undefined || options.only === 'rest') {
          await measureRests(session, [kept, ...stints]);
        }
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
  if (values.json) {
    const result = { machine, options, rounds: rounds satisfies Rounds };
    process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
    return;
  }
  process.stdout.write(
    `${Object.entries(machine)
      .map(([what, value]) => `${what} ${value}`)
      .join(', ')}; ${options.rounds} rounds\n\n`,
  );
  for (const [at, packaged] of packages.entries()) {
    print(names[at] ?? '', checkouts[at] ?? root, packaged);
  }
}

await bench();
