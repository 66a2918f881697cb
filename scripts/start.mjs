import { join } from 'node:path';
import { ensureBuild } from './bootstrap/build.mjs';
import { resolveElectron } from './bootstrap/electron.mjs';
import { ensureModules } from './bootstrap/modules.mjs';
import { ensurePackages } from './bootstrap/packages.mjs';
import { main, run, say } from './bootstrap/run.mjs';
import { runSandboxed, sandboxIsDenied } from './bootstrap/sandbox.mjs';

const HELP = `usage: npm start -- [flags]

Runs Stint. On Linux without a display it does the main job by itself: on a desktop without a screen
it clicks the tray icon, tries the demo account, starts and stops the timer, and prints each step.

  --demo-run               do the main job by itself although there is a display (Linux)
  --screenshot=FILE        where the picture of the main job goes (test-results/main-job.png)
  --help                   this text

Every other flag goes to Electron and to Stint, for example
  --hidden                 show the icon alone, also at the first start
  --user-data-dir=DIR      keep everything in this folder
  --remote-debugging-port=N
  --lang=de

In the environment: STINT_ELECTRON (the path of an Electron to run with), STINT_API_URL (another
address than Toggl Focus's; each host is an account of its own).
`;

const DEMO_WORDS =
  "Chromium's sandbox cannot start here, so this run, which shows nothing but the demo, does without it.";

const ROOT_WORDS =
  "You are root, for whom Chromium's sandbox does not work, so Stint runs without it. Better start it as a plain user.";

const root = join(import.meta.dirname, '..');
const ownFlags = (flag) => flag === '--demo-run' || flag.startsWith('--screenshot=');

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function start(flags) {
  if (flags.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const byItself = flags.includes('--demo-run') || !hasDisplay();
  await ensureModules(root);
  await ensurePackages({ virtualDesktop: byItself });
  const electron = await resolveElectron(root);
  await ensureBuild(root);
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE; // set by editors that are Electron apps themselves
  if (byItself) {
    const driver = join(root, 'test/support/main-job/run.ts');
    if (await sandboxIsDenied(electron.command)) say(DEMO_WORDS);
    const drive = ['--import', 'tsx', driver, ...flags];
    return run(process.execPath, drive, { cwd: root, env });
  }
  if (electron.args.includes('--no-sandbox')) say(ROOT_WORDS);
  const appFlags = flags.filter((flag) => !ownFlags(flag));
  const app = [electron.command, ...electron.args, ...appFlags];
  return runSandboxed(electron.command, app, { cwd: root, env });
}

await main(() => start(process.argv.slice(2)));
