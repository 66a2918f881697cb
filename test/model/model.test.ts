import { expect, it } from 'vitest';
import { runModel } from './run.ts';

const HISTORIES = 300;

it(`keeps its promises through ${HISTORIES} random histories`, async () => {
  // The same ones each time, so that a red run is a change's doing; `npm run model` looks further.
  const seed = 20_261_124;
  process.stdout.write(`model: ${HISTORIES} histories, seed ${seed}\n`);
  const { failure, histories } = await runModel(HISTORIES, seed);
  expect(failure, `seed ${seed}`).toBeUndefined();
  expect(histories).toBe(HISTORIES);
}, 120_000);
