import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from './bootstrap/build.mjs';
import { resolveElectron } from './bootstrap/electron.mjs';
import { ensureModules } from './bootstrap/modules.mjs';
import { ensurePackages } from './bootstrap/packages.mjs';
import { main } from './bootstrap/run.mjs';

const root = join(import.meta.dirname, '..');

function readFlags() {
  const text = { type: 'string' };
  const options = { minutes: text, seed: text, desktops: text, without: text };
  const { values } = parseArgs({ options });
  const minutes = Number(values.minutes ?? 10);
  const seed = values.seed === undefined ? undefined : Number(values.seed);
  const desktops = Number(values.desktops ?? 3);
  const without = (values.without ?? '').split(',').filter(Boolean).map(Number);
  const whole = [seed ?? 0, desktops, ...without];
  if (whole.some((number) => !Number.isInteger(number) || number < 0) || !(minutes > 0)) {
    throw new Error('--seed, --desktops and --without take whole numbers, --minutes a number');
  }
  if (desktops < 1) throw new Error('--desktops is one at least');
  return {
    minutes,
    seed,
    desktops,
    without,
    once: seed !== undefined && values.minutes === undefined,
  };
}

/** Histories of the built app against random faults: of one seed, or of one after the other until the time is over. */
async function faults() {
  const flags = readFlags();
  await ensureModules(root);
  await ensurePackages({ virtualDesktop: true });
  await resolveElectron(root);
  await ensureBuild(root);
  const { register } = await import('tsx/esm/api');
  register();
  const { drawHistory } = await import('../test/faults/draw.ts');
  const { failure, runHistories } = await import('../test/faults/run.ts');

  const startedAt = performance.now();
  const first = flags.seed ?? Date.now() % 1_000_000;
  const isOver = () => (performance.now() - startedAt) / 60_000 >= flags.minutes;
  let drawn = 0;
  const runs = [];
  console.log(`faults: ${flags.once ? 'one history' : `${flags.minutes} min`}, --seed ${first}`);
  await runHistories(
    flags.once ? 1 : flags.desktops,
    () => {
      if (flags.once ? drawn > 0 : isOver()) return undefined;
      const history = drawHistory(first + drawn);
      drawn += 1;
      const steps = history.steps.filter((_, at) => !flags.without.includes(at));
      return { ...history, steps };
    },
    (run) => {
      runs.push(run);
      if (run.played.broken.length > 0) console.log(`\n${failure(run)}\n`);
      else process.stdout.write('.');
    },
  );
  return report(runs, (performance.now() - startedAt) / 1000);
}

function report(runs, seconds) {
  const sum = (key) => runs.reduce((total, { played }) => total + played[key], 0);
  const bad = runs.filter(({ played }) => played.broken.length > 0);
  console.log(
    `\n${runs.length} histories, ${sum('sessions')} sessions, ${sum('kills')} kills, ${sum('faults')} faults, ${sum('twins')} twins taken away, ` +
      `${sum('requests')} requests, ${seconds.toFixed(0)} s`,
  );
  if (bad.length === 0) console.log('0 lost, 0 doubled, 0 otherwise than they were left');
  else console.log(`broken: ${bad.map(({ history }) => `--seed ${history.seed}`).join(', ')}`);
  return bad.length === 0 ? 0 : 1;
}

process.once('SIGINT', () => process.exit(1));
await main(faults);
process.exit();
