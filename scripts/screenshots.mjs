import { join } from 'node:path';
import { ensureBuild } from './bootstrap/build.mjs';
import { resolveElectron } from './bootstrap/electron.mjs';
import { ensureModules } from './bootstrap/modules.mjs';
import { ensurePackages } from './bootstrap/packages.mjs';
import { main, run } from './bootstrap/run.mjs';

const root = join(import.meta.dirname, '..');

/**
 * Takes the pictures in docs/screenshots from the real app, on a desktop of its own. Flags: --folder=DIR, --scale=1.
 * With --views every view in every way to look at it, as sheets in --folder=DIR; --only=NAME makes one of them.
 */
async function takePictures(flags) {
  await ensureModules(root);
  await ensurePackages({ virtualDesktop: true });
  await resolveElectron(root);
  await ensureBuild(root);
  const views = flags.includes('--views') ? 'views' : '';
  const driver = join(root, 'test/support/screenshots', views, 'run.ts');
  return run(process.execPath, ['--import', 'tsx', driver, ...flags], { cwd: root });
}

await main(() => takePictures(process.argv.slice(2)));
