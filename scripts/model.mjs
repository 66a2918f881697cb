import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureModules } from './bootstrap/modules.mjs';
import { main } from './bootstrap/run.mjs';

const root = join(import.meta.dirname, '..');

function readFlags() {
  const text = { type: 'string' };
  const { values } = parseArgs({ options: { runs: text, seed: text } });
  const runs = Number(values.runs ?? 1000);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed) || seed < 0) {
    throw new Error('--runs and --seed take whole numbers');
  }
  return { runs, seed };
}

/** Random histories of commands, faults, clocks and deaths against the whole core. */
async function model() {
  const { runs, seed } = readFlags();
  await ensureModules(root);
  const { register } = await import('tsx/esm/api');
  const unregister = register();
  const { runModel } = await import('../test/model/run.ts');
  console.log(`model: ${runs} histories, --seed ${seed}`);
  const { failure, histories, commands, sessions, requests, seconds } = await runModel(runs, seed);
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
}

await main(model);
