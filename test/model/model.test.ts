import { expect, it } from 'vitest';
import { runModel } from './run.ts';

const HISTORIES = 300;

it(`keeps its promises through ${HISTORIES} random histories`, async ({ annotate }) => {
  const seed = Date.now() % 1_000_000;
  await annotate(`seed ${seed}`);
  const { failure, histories } = await runModel(HISTORIES, seed);
  expect(failure, `seed ${seed}`).toBeUndefined();
  expect(histories).toBe(HISTORIES);
}, 120_000);
