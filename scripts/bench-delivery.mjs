import { join } from 'node:path';
import { ensureModules } from './bootstrap/modules.mjs';
import { main, run } from './bootstrap/run.mjs';

const HELP = `usage: npm run bench:delivery -- [--json]

What delivery costs: requests, a working day hour by hour, a stop in a store of a million entries,
the flush of a long backlog, and memory.
`;

const root = join(import.meta.dirname, '..');

async function bench(flags) {
  if (flags.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  await ensureModules(root);
  const file = join(root, 'test/bench/delivery/main.ts');
  const args = ['--expose-gc', '--import', 'tsx', file, ...flags];
  return run(process.execPath, args, { cwd: root });
}

await main(() => bench(process.argv.slice(2)));
