import { join } from 'node:path';
import { ensureModules } from './bootstrap/modules.mjs';
import { main, run } from './bootstrap/run.mjs';

const HELP = `usage: npm run spreadsheet

Opens an exported CSV in LibreOffice as systems of eight languages do, and reads the cells back: times
are times, numbers are numbers. LibreOffice Calc has to be there (Debian: libreoffice-calc-nogui).
`;

const root = join(import.meta.dirname, '..');

async function spreadsheet(flags) {
  if (flags.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  await ensureModules(root);
  const file = join(root, 'test/spreadsheet/main.ts');
  return run(process.execPath, ['--import', 'tsx', file], { cwd: root });
}

await main(() => spreadsheet(process.argv.slice(2)));
