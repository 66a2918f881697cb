import { join } from 'node:path';
import { ensureBuild } from './bootstrap/build.mjs';
import { resolveElectron } from './bootstrap/electron.mjs';
import { ensureModules } from './bootstrap/modules.mjs';
import { ensurePackages, findProgram } from './bootstrap/packages.mjs';
import { main, Refusal, run } from './bootstrap/run.mjs';

const root = join(import.meta.dirname, '..');

/** Compares the popup in Electron with the popup in the Chromium of this machine, which is newer. */
async function compareBrowsers(flags) {
  const browser = findProgram('chromium');
  if (!browser)
    throw new Refusal('there is no chromium here to compare with: apt-get install chromium');
  await ensureModules(root);
  await ensurePackages({ virtualDesktop: true });
  await resolveElectron(root);
  await ensureBuild(root);
  const driver = join(root, 'test/support/browsers/run.ts');
  return run(process.execPath, ['--import', 'tsx', driver, browser, ...flags], { cwd: root });
}

await main(() => compareBrowsers(process.argv.slice(2)));
