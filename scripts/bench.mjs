import { join } from 'node:path';
import { ensureBuild } from './bootstrap/build.mjs';
import { ensureModules } from './bootstrap/modules.mjs';
import { ensurePackages } from './bootstrap/packages.mjs';
import { main, run } from './bootstrap/run.mjs';

const HELP = `usage: npm run bench -- [--rounds 5] [--only use|open|rest] [--app FOLDER] [--json]

How light Stint is beside an empty Electron tray app, on a desktop of its own: start, openings of the
popup and memory (use), wake-ups and CPU of 60 seconds at rest without and with a timer (rest).
Leave the machine alone meanwhile: five rounds of use take twelve minutes, the rest of as many of each
app side by side five more.

  --rounds N       of which the medians are taken
  --only use|rest  one of the two halves; open is use without the wait for the popup to be gone
  --rest SECONDS   length of each rest (60)
  --settle SECONDS before memory is read (10)
  --app FOLDER     another checkout with its out/ built, measured as well
  --json           every round's figures instead of the table
`;

const root = join(import.meta.dirname, '..');

async function bench(flags) {
  if (flags.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  await ensureModules(root);
  await ensurePackages({ virtualDesktop: true });
  await ensureBuild(root);
  const file = join(root, 'test/bench/light/main.ts');
  return run(process.execPath, ['--import', 'tsx', file, ...flags], { cwd: root });
}

await main(() => bench(process.argv.slice(2)));
