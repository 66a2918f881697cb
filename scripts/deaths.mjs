import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureModules } from './bootstrap/modules.mjs';
import { main } from './bootstrap/run.mjs';

const HELP = `usage: npm run deaths -- [--kills N] [--seed N]

Kills a process that runs the real store at random moments, and compares what is left.
  --kills N    so many deaths, 500 unless told
  --seed N     at the moments of that seed, a fresh one unless told
  --help       this text
`;

/** After so many deaths everything is sent and compared, and the next round begins on an empty file. */
const DEATHS_A_ROUND = 50;
const root = join(import.meta.dirname, '..');

function readFlags() {
  const text = { type: 'string' };
  const { values } = parseArgs({ options: { kills: text, seed: text } });
  const kills = Number(values.kills ?? 500);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed) || seed < 0) {
    throw new Error('--kills and --seed take whole numbers');
  }
  return { kills, seed };
}

async function deaths() {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const { kills, seed } = readFlags();
  await ensureModules(root);
  const { register } = await import('tsx/esm/api');
  const unregister = register();
  const { bundleChild } = await import('../test/deaths/bundle.ts');
  const { playRound } = await import('../test/deaths/round.ts');
  const { PHASES } = await import('../test/deaths/plans.ts');

  const folder = mkdtempSync(join(tmpdir(), 'stint-deaths-'));
  const startedAt = performance.now();
  const rounds = [];
  console.log(`deaths: ${kills} kills, --seed ${seed}`);
  try {
    const script = await bundleChild(folder);
    for (let left = kills; left > 0; left -= DEATHS_A_ROUND) {
      rounds.push(await playRound(script, seed + rounds.length, Math.min(left, DEATHS_A_ROUND)));
      process.stdout.write('.');
    }
  } finally {
    rmSync(folder, { recursive: true });
    await unregister();
  }
  return report(rounds, PHASES, (performance.now() - startedAt) / 1000);
}

function report(rounds, phases, seconds) {
  console.log('');
  const all = (key) => rounds.flatMap((round) => round[key]);
  const sum = (key) => rounds.reduce((total, round) => total + round[key], 0);
  const fell = all('kills');
  const row = (name, value) => console.log(`${name.padEnd(24)}${String(value).padStart(8)}`);
  for (const phase of phases) {
    row(`killed ${phase}`, fell.filter((each) => each === phase).length);
  }
  row('kills', fell.length);
  row('sessions', sum('sessions'));
  row('requests', sum('requests'));
  row('lost', all('lost').length);
  row('doubled', all('doubled').length);
  row('not as it was left', all('wrong').length);
  row('seconds', seconds.toFixed(1));
  const bad = [...all('lost'), ...all('doubled'), ...all('wrong')];
  for (const each of bad) console.log(each);
  return bad.length === 0 ? 0 : 1;
}

await main(deaths);
