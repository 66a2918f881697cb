import { join } from 'node:path';
import { ensureModules } from './bootstrap/modules.mjs';
import { main, run } from './bootstrap/run.mjs';

const HELP = `usage: npm run simulate -- [--seed N] [--cap SECONDS] [--json]

Ten thousand Stints come back after an hour without their server: what arrives there, minute by
minute, how long until all is delivered, and whether anything is lost or doubled.
`;

const root = join(import.meta.dirname, '..');

async function simulate(flags) {
  if (flags.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  await ensureModules(root);
  const file = join(root, 'test/simulation/main.ts');
  return run(process.execPath, ['--import', 'tsx', file, ...flags], { cwd: root });
}

await main(() => simulate(process.argv.slice(2)));
