import { expect, it } from 'vitest';
import { sharedSession } from '../../support/stint-run.ts';
import { drawHistory } from '../../faults/draw.ts';
import { play } from '../../faults/play.ts';
import { failure } from '../../faults/run.ts';

const session = sharedSession();

/** A creation that is carried out late, empty readings and a twin. `npm run faults` plays others, as long as one likes. */
const SEED = 40_878;

it('has each session once, as it was left, after a random history of faults', async () => {
  const history = drawHistory(SEED);
  const played = await play(session(), history);
  expect(played.broken, failure({ history, played })).toEqual([]);
  expect(played.sessions).toBeGreaterThan(1);
  expect(played.faults).toBeGreaterThan(1);
}, 240_000);
