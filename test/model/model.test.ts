import { expect, it } from 'vitest';
import { runModel } from './run.ts';

const HISTORIES = 300;

it(`keeps its promises through ${HISTORIES} random histories`, async () => {
  const seed = Date.now() % 1_000_000;
  process.stdout.write(`model: ${HISTORIES} histories, seed ${seed}\n`);
  const { failure, histories } = await runModel(HISTORIES, seed);
  expect(failure, `seed ${seed}`).toBeUndefined();
  expect(histories).toBe(HISTORIES);
}, 120_000);
