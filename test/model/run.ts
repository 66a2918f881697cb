import fc from 'fast-check';
import { histories, told, type History } from './history.ts';
import { play } from './play.ts';

export type ModelRun = {
  readonly seed: number;
  readonly histories: number;
  readonly commands: number;
  readonly sessions: number;
  readonly requests: number;
  readonly seconds: number;
  /** The shortest history found that breaks a promise, in words; undefined where none does. */
  readonly failure: string | undefined;
};

/** Plays so many random histories; the same seed plays the same ones. */
export async function runModel(runs: number, seed: number): Promise<ModelRun> {
  const startedAt = performance.now();
  const sums = { histories: 0, commands: 0, sessions: 0, requests: 0 };
  const property = fc.asyncProperty(histories, async (history) => {
    const { broken, commands, sessions, requests } = await play(history);
    sums.histories += 1;
    sums.commands += commands;
    sums.sessions += sessions;
    sums.requests += requests;
    if (broken.length > 0) throw new Error(broken.join('\n'));
  });
  const result = await fc.check(property, { numRuns: runs, seed });
  const [history] = result.counterexample ?? [];
  return {
    seed,
    ...sums,
    seconds: (performance.now() - startedAt) / 1000,
    failure: history && describe(history, result.errorInstance, { runs, seed }),
  };
}

/**
 * Plays histories of fresh seeds until so many seconds are over or one breaks a promise. Each seed is
 * told before it is played, for one that hangs is worth knowing too.
 */
export async function runModelFor(
  seconds: number,
  drawSeed: () => number,
  tell: (seed: number) => void,
): Promise<ModelRun> {
  const endsAt = performance.now() + seconds * 1000;
  let total: ModelRun | undefined;
  do {
    const seed = drawSeed();
    tell(seed);
    const run = await runModel(RUNS_A_SEED, seed);
    total = total === undefined ? run : sum(total, run);
  } while (total.failure === undefined && performance.now() < endsAt);
  return total;
}

/** A seed takes so many histories that the time is kept to a minute or so. */
const RUNS_A_SEED = 500;

function sum(before: ModelRun, run: ModelRun): ModelRun {
  return {
    ...run,
    histories: before.histories + run.histories,
    commands: before.commands + run.commands,
    sessions: before.sessions + run.sessions,
    requests: before.requests + run.requests,
    seconds: before.seconds + run.seconds,
  };
}

function describe(
  history: History,
  error: unknown,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): string {
  const broken = error instanceof Error ? error.message : String(error);
  return `${told(history)}\n${broken}\nreplay: npm run model -- --runs ${runs} --seed ${seed}`;
}
