import { join } from 'node:path';
import { ensureBuild } from './bootstrap/build.mjs';
import { resolveElectron } from './bootstrap/electron.mjs';
import { ensureModules } from './bootstrap/modules.mjs';
import { ensurePackages } from './bootstrap/packages.mjs';
import { main, run } from './bootstrap/run.mjs';

const HELP = `usage: npm run test:panels -- [xfce] [lxqt]

Stint in the real panels that are installed here, all of them unless told: the icon comes, a click opens at it and a
second one closes, no list of windows shows the popup, the middle click starts and stops, and a panel that is
started again has the icon again. Debian: xfwm4 xfce4-panel, openbox lxqt-panel. Pictures are kept in a folder for temporary files.
`;

const root = join(import.meta.dirname, '..');

async function panels(flags) {
  if (flags.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  await ensureModules(root);
  await ensurePackages({ virtualDesktop: true });
  await resolveElectron(root);
  await ensureBuild(root);
  const file = join(root, 'test/panels/run.ts');
  return run(process.execPath, ['--import', 'tsx', file, ...flags], { cwd: root });
}

await main(() => panels(process.argv.slice(2)));
