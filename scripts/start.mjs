import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from './bootstrap/build.mjs';
import { resolveElectron } from './bootstrap/electron.mjs';
import { ensureModules } from './bootstrap/modules.mjs';
import { ensurePackages } from './bootstrap/packages.mjs';
import { main, run } from './bootstrap/run.mjs';

const HELP = `usage: npm start -- [flags]

Runs Stint. On Linux without a display it does the main job by itself: on a desktop without a screen
it clicks the tray icon, tries the demo account, starts and stops the timer, and prints each step.

  --demo-run               do the main job by itself although there is a display (Linux)
  --screenshot=FILE        where the picture of the main job goes (test-results/main-job.png)
  --help                   this text

Every other flag goes to Electron and to Stint, for example
  --user-data-dir=DIR      keep everything in this folder
  --remote-debugging-port=N
  --lang=de

In the environment: STINT_ELECTRON (the path of an Electron to run with), STINT_API_URL (another
address than Toggl Focus's).
`;

const root = join(import.meta.dirname, '..');
const ownFlags = (flag) => flag === '--demo-run' || flag.startsWith('--screenshot=');

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Runs the app in this terminal until it ends; an interrupt is the app's to answer. */
function runApp({ command, args }, flags) {
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE; // set by editors that are Electron apps themselves
  const child = spawn(command, [...args, ...flags], { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
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
  if (!byItself)
    return runApp(
      electron,
      flags.filter((flag) => !ownFlags(flag)),
    );

  const driver = join(root, 'test/support/main-job/run.ts');
  return run(process.execPath, ['--import', 'tsx', driver, ...flags], { cwd: root });
}

await main(() => start(process.argv.slice(2)));
