import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bundleChild } from './bundle.ts';
import { PHASES } from './plans.ts';
import { playRound } from './round.ts';

const SEED = 20_261_124;

/** Three of each kind. `npm run deaths` plays hundreds, of any seed. */
const DEATHS = 3 * PHASES.length;

it(
  'holds each acknowledged session exactly once after real deaths',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stint-deaths-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const { kills, sessions, ...comparison } = await playRound(
      await bundleChild(folder),
      SEED,
      DEATHS,
    );
    expect(comparison).toMatchObject({ lost: [], doubled: [], wrong: [] });
    expect(kills).toHaveLength(DEATHS);
    expect(sessions).toBeGreaterThan(10);
  },
);
