import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './bootstrap/build.mjs';
import { resolveElectron } from './bootstrap/electron.mjs';
import { ensureModules } from './bootstrap/modules.mjs';
import { ensurePackages } from './bootstrap/packages.mjs';
import { Refusal, run } from './bootstrap/run.mjs';
import { countTests } from './test-counts.mjs';

const root = join(import.meta.dirname, '..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // vitest ended before it could write one
  }
}

/** Node runs the tests; those of the project `electron` run in the runtime in which Stint itself does. */
async function runtimeOf(args) {
  if (!args.includes('electron') && !args.includes('--project=electron')) {
    return { command: process.execPath, env: process.env };
  }
  const { command } = await resolveElectron(root);
  return { command, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } };
}

/** Runs one suite with its output in this terminal; what it counted comes back. */
async function runSuite(args) {
  const { command, env } = await runtimeOf(args);
  const folder = mkdtempSync(join(tmpdir(), 'stint-test-'));
  try {
    const report = join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await run(command, [vitest, 'run', ...reporters, ...args], { cwd: root, env });
    return countTests(readReport(report), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SUITES = ['main', 'time in *', 'electron', 'renderer', 'e2e', 'e2e-alone'];

/** One suite after the other, so that the real desktops have the machine to themselves. */
function suitesFor(args) {
  if (args.some((arg) => arg.startsWith('--project'))) return [args];
  const filters = args.length > 0 ? [...args, '--passWithNoTests'] : [];
  return SUITES.map((project) => ['--project', project, ...filters]);
}

async function prepare() {
  await ensureModules(root);
  await ensurePackages({ virtualDesktop: true });
  await resolveElectron(root);
  await ensureBuild(root);
}

async function test(args) {
  try {
    await prepare();
  } catch (error) {
    console.error(error instanceof Refusal ? `stint: ${error.message}` : error);
    return tell({ passed: 0, failed: 1 });
  }
  const total = { passed: 0, failed: 0 };
  for (const suite of suitesFor(args)) {
    const { passed, failed } = await runSuite(suite);
    total.passed += passed;
    total.failed += failed;
  }
  return tell(total);
}

/** The last line, on which others rely; the exit code. Nothing having run is no success. */
function tell({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

process.exitCode = await test(process.argv.slice(2));
