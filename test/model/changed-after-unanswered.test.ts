import { expect, it } from 'vitest';
import type { History } from './history.ts';
import { play } from './play.ts';
import type { ElsewhereChange, Step } from './step.ts';

const elsewhere = (change: ElsewhereChange): Step => ({ do: 'elsewhere', entry: 0, change });
const DELIVERED: readonly Step[] = [
  { do: 'start', task: 1 },
  { do: 'pass', ms: 60_000 },
  { do: 'stop' },
];
const UNANSWERED: readonly Step[] = [
  { do: 'fault', fault: { kind: 'lost', ms: 300 } },
  { do: 'edit', entry: 0, seconds: 600 },
];
const TOLD: Step = { do: 'pass', ms: 60_000 };

async function brokenBy(steps: readonly Step[]): Promise<readonly string[]> {
  const history: History = {
    headers: true,
    hidesArchived: false,
    bodies: true,
    names: true,
    quota: 30,
    steps: [...DELIVERED, ...UNANSWERED, ...steps, TOLD],
  };
  const { broken, sessions } = await play(history);
  expect(sessions).toBe(1);
  return broken;
}

it('tells no words over those that were read, where an update of the length alone has no answer', async () => {
  const words: Step = { do: 'edit', entry: 0, words: 'a' };
  const steps = [words, elsewhere({ what: 'words', value: 'there' }), { do: 'read' }] as const;
  expect(await brokenBy(steps)).toEqual([]);
});
