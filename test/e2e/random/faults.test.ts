import { expect, it } from 'vitest';
import { play } from '../../faults/play.ts';
import { failure } from '../../faults/run.ts';
import type { History } from '../../faults/step.ts';
import { sharedSession } from '../../support/stint-run.ts';

const session = sharedSession();

/**
 * Written out, so that it stays the same however histories are drawn: a creation that is carried out late, an empty
 * reading, a twin, an answer of somebody in between to what was carried out, and a delete of that.
 */
const HISTORY: History = {
  seed: 0,
  bodies: false,
  wantsWords: false,
  steps: [
    { do: 'fault', meets: 'write', fault: { kind: 'late', ms: 9000 } },
    { do: 'add', task: 2, words: 'words 1' },
    { do: 'fault', meets: 'read', fault: { kind: 'empty', as: 'no-content' } },
    { do: 'start', task: 1, words: 'words 2' },
    { do: 'elsewhere', entry: 0, change: { what: 'twin', words: 'their words 3' } },
    { do: 'stop', by: 'popup' },
    { do: 'fault', meets: 'write', fault: { kind: 'page', status: 407, applied: true } },
    { do: 'add', task: 3, words: 'words 4' },
    { do: 'delete', entry: 2 },
    { do: 'describe', entry: 0, words: 'words 5' },
  ],
};

it('has each session once, as it was left, after a history of faults', async () => {
  const played = await play(session(), HISTORY);
  expect(played.broken, failure({ history: HISTORY, played })).toEqual([]);
  expect(played.sessions).toBe(3);
  expect(played.faults).toBe(3);
}, 240_000);
