import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureModules } from './bootstrap/modules.mjs';
import { capture, main } from './bootstrap/run.mjs';

const MAX_LINES = 250;
const MAX_FILES = 15;
const AT_ONCE = 2;
const root = join(import.meta.dirname, '..');

const tool =
  (file, ...args) =>
  () =>
    capture(process.execPath, [join(root, 'node_modules', file), ...args], { cwd: root });
const tsc = (project) => tool('typescript/bin/tsc', '-p', project);

/** Written by hand, as text: what a person has to read. */
const isSource = (file) =>
  /\.(ts|mts|js|mjs|cjs|svelte|css|html)$/.test(file) && !/(^|\/)package-lock\.json$/.test(file);

async function fileSizes() {
  const { code, output } = await capture('git', ['ls-files', '-z'], { cwd: root });
  if (code !== 0) return { code, output };
  const long = output
    .split('\0')
    .filter(isSource)
    .map((file) => [file, readFileSync(join(root, file), 'utf8').split('\n').length - 1])
    .filter(([, lines]) => lines > MAX_LINES);
  return {
    code: long.length === 0 ? 0 : 1,
    output: long
      .map(([file, lines]) => `${file}: ${lines} lines, ${MAX_LINES} are the limit`)
      .join('\n'),
  };
}

/** A folder with more is two things. */
async function folderSizes() {
  const { code, output } = await capture('git', ['ls-files', '-z'], { cwd: root });
  if (code !== 0) return { code, output };
  const counts = new Map();
  for (const file of output.split('\0').filter((path) => /^(src-|test\/|scripts\/)/.test(path))) {
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  }
  const full = [...counts].filter(([, files]) => files > MAX_FILES);
  return {
    code: full.length === 0 ? 0 : 1,
    output: full
      .map(([folder, files]) => `${folder}: ${files} files, ${MAX_FILES} are the limit`)
      .join('\n'),
  };
}

const checks = new Map([
  ['eslint', tool('eslint/bin/eslint.js', '.')],
  ['prettier', tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
  ['tsc main, Electron 45', tsc('src-main/tsconfig.json')],
  ['tsc main, Electron 33', tsc('src-main/tsconfig.electron-33.json')],
  ['tsc test', tsc('test/tsconfig.json')],
  [
    'svelte-check',
    tool(
      'svelte-check/bin/svelte-check',
      '--tsconfig',
      'src-renderer/tsconfig.json',
      '--fail-on-warnings',
    ),
  ],
  [
    'dependency-cruiser',
    tool('dependency-cruiser/bin/dependency-cruise.mjs', 'src-main', 'src-renderer'),
  ],
  ['knip', tool('knip/bin/knip.js')],
  [
    'coverage of domain',
    tool('vitest/vitest.mjs', 'run', '--project', 'main', 'test/domain', '--coverage'),
  ],
  ['file sizes', fileSizes],
  ['folder sizes', folderSizes],
]);

async function check() {
  await ensureModules(root);
  const waiting = [...checks];
  const failures = [];
  async function work() {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, runCheck] = next;
      const startedAt = performance.now();
      const { code, output } = await runCheck();
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      if (code !== 0) failures.push(`--- ${name}\n${output.trim()}\n`);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const failure of failures) console.log(`\n${failure}`);
  return failures.length === 0 ? 0 : 1;
}

await main(check);
