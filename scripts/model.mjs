import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureModules } from './bootstrap/modules.mjs';
import { main } from './bootstrap/run.mjs';

const HELP = `usage: npm run model -- [--runs N] [--seed N] | [--seconds N]

Random histories of commands, faults, clocks and deaths against the whole core.
  --runs N     so many histories, 1000 unless told
  --seed N     the ones of that seed, a fresh one unless told
  --seconds N  with fresh seeds for so long
  --help       this text
`;

const root = join(import.meta.dirname, '..');

function readFlags() {
  const text = { type: 'string' };
  const { values } = parseArgs({
    options: { runs: text, seed: text, seconds: text },
  });
  const runs = Number(values.runs ?? 1000);
  const seed = Number(values.seed ?? drawSeed());
  const seconds = values.seconds === undefined ? undefined : Number(values.seconds);
  const numbers = [runs, seed, seconds ?? 1];
  if (numbers.some((number) => !Number.isInteger(number) || number < 0) || runs < 1) {
    throw new Error('--runs, --seed and --seconds take whole numbers');
  }
  if (seconds !== undefined && (values.runs ?? values.seed) !== undefined) {
    throw new Error('--seconds draws its seeds itself, and plays until they are over');
  }
  return { runs, seed, seconds };
}

function drawSeed() {
  return Date.now() % 1_000_000;
}

/** Random histories of commands, faults, clocks and deaths against the whole core. */
async function model() {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const flags = readFlags();
  await ensureModules(root);
  const { register } = await import('tsx/esm/api');
  const unregister = register();
  const { runModel, runModelFor } = await import('../test/model/run.ts');
  const { failure, histories, commands, sessions, requests, seconds } = await played();
  await unregister();
  console.log(
    `${histories} histories played, ${commands} commands, ${sessions} sessions, ${requests} requests, ${seconds.toFixed(1)} s`,
  );
  if (failure !== undefined) {
    console.log(`\nA promise was broken by the shortest history found:\n${failure}`);
    return 1;
  }
  console.log('0 lost, 0 doubled');
  return 0;

  function played() {
    if (flags.seconds === undefined) {
      console.log(`model: ${flags.runs} histories, --seed ${flags.seed}`);
      return runModel(flags.runs, flags.seed);
    }
    console.log(`model: fresh seeds for ${flags.seconds} s`);
    return runModelFor(flags.seconds, drawSeed, (seed) => console.log(`--seed ${seed}`));
  }
}

await main(model);
