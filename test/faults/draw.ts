import {
  between,
  createSeededRandom,
  pick,
  type Random,
} from '../../src-main/demo/seed/seeded-random.ts';
import type { ElsewhereChange, History, Meets, Step, WireFault } from './step.ts';

const SECOND = 1000;
/** Of the catalogue: what their names are is the person's to know. */
const TASKS = 4;
/** A reader follows so many; more histories find more than longer ones. */
const FEWEST = 12;
const MOST = 24;

type Draw<T> = (random: Random) => T;
type Weighted<T> = readonly (readonly [weight: number, draw: Draw<T>])[];

function oneOf<T>(random: Random, choices: Weighted<T>): T {
  const all = choices.reduce((sum, [weight]) => sum + weight, 0);
  let left = random() * all;
  for (const [weight, draw] of choices) {
    left -= weight;
    if (left < 0) return draw(random);
  }
  throw new RangeError('nothing to draw from');
}

const chance = (random: Random): boolean => random() < 0.5;

const LATE_MS = [500, 3 * SECOND, 9 * SECOND, 14 * SECOND, 25 * SECOND, 45 * SECOND, 100 * SECOND];

const toAny: Weighted<WireFault> = [
  [3, () => ({ kind: 'dropped' })],
  [4, () => ({ kind: 'lost' })],
  [
    2,
    (random) => ({
      kind: 'slow',
      ms: pick(random, [700, 2 * SECOND, 4 * SECOND]),
      applied: chance(random) ? 'first' : 'last',
    }),
  ],
  [2, () => ({ kind: 'truncated' })],
  [
    3,
    (random) => ({
      kind: 'page',
      status: pick(random, [200, 401, 403, 404, 407, 422, 429, 502, 511]),
      applied: chance(random),
    }),
  ],
  [
    1,
    (random) => ({ kind: 'elsewhere', status: pick(random, [302, 307]), applied: chance(random) }),
  ],
  [
    1,
    (random) => ({
      kind: 'other-json',
      status: pick(random, [401, 403, 404]),
      applied: chance(random),
    }),
  ],
  [2, (random) => ({ kind: 'trouble', status: pick(random, [500, 503]), applied: chance(random) })],
  [2, () => ({ kind: 'key-refused' })],
  [1, () => ({ kind: 'quota', resetsIn: undefined })],
  [1, (random) => ({ kind: 'quota', resetsIn: pick(random, [0, 3]) })],
  [1, (random) => ({ kind: 'slow-down', seconds: between(random, 1, 5) })],
];
const toWrites: Weighted<WireFault> = [
  ...toAny,
  [8, (random) => ({ kind: 'late', ms: pick(random, LATE_MS) })],
  [1, (random) => ({ kind: 'hanging', ms: pick(random, [5 * SECOND, 33 * SECOND, 45 * SECOND]) })],
  [3, () => ({ kind: 'no-body' })],
  [1, (random) => ({ kind: 'refused', status: pick(random, [403, 422]) })],
];
const toReads: Weighted<WireFault> = [
  ...toAny,
  [8, (random) => ({ kind: 'empty', as: pick(random, ['nothing', 'no-content', 'null']) })],
];

function drawFault(random: Random): Step {
  const meets: Meets = oneOf(random, [
    [6, () => 'write'],
    [3, () => 'read'],
    [1, () => 'any'],
  ]);
  const faults = { write: toWrites, read: toReads, any: toAny }[meets];
  return { do: 'fault', meets, fault: oneOf(random, faults) };
}

/** Draws the steps one after the other; every word in a history is said once. */
export function drawHistory(seed: number): History {
  const random = createSeededRandom(seed);
  // Seeds that follow each other begin with much the same number.
  for (let warm = 0; warm < 8; warm += 1) random();
  const bodies = random() < 0.6;
  const wantsWords = random() < 0.3;
  const steps: Step[] = [];
  let said = 0;
  let isRunning = false;
  const at = { isOffline: false };

  const words = (): string => `words ${(said += 1)}`;
  const someWords = (): string | undefined => (random() < 0.25 ? undefined : words());
  const entry = (): number => between(random, 0, 5);
  const task = (): number => between(random, 0, TASKS - 1);

  function elsewhere(): ElsewhereChange {
    return oneOf<ElsewhereChange>(random, [
      [3, () => ({ what: 'words', words: `their ${words()}` })],
      [2, () => ({ what: 'seconds', seconds: between(random, 20, 500) })],
      [2, () => ({ what: 'delete' })],
      [3, () => ({ what: 'twin', words: `their ${words()}` })],
    ]);
  }

  function timer(): Step {
    isRunning = !isRunning;
    if (!isRunning) return { do: 'stop', by: chance(random) ? 'tray' : 'popup' };
    return random() < 0.3
      ? { do: 'start-by-tray', item: between(random, 0, 3) }
      : { do: 'start', task: task(), words: someWords() };
  }

  function network(): Step {
    at.isOffline = !at.isOffline;
    return { do: at.isOffline ? 'offline' : 'online' };
  }

  const choices: Weighted<() => Step> = [
    [6, () => timer],
    [5, () => () => ({ do: 'add', task: task(), words: someWords() })],
    [12, () => () => drawFault(random)],
    [4, () => () => ({ do: 'describe', entry: entry(), words: words() })],
    [2, () => () => ({ do: 'lengthen', entry: entry(), minutes: between(random, 1, 11) })],
    [2, () => () => ({ do: 'move', entry: entry(), task: task() })],
    [3, () => () => ({ do: 'delete', entry: entry() })],
    [3, () => () => ({ do: 'undo' })],
    [3, () => () => ({ do: 'refresh' })],
    [1, () => () => ({ do: 'send-again', entry: entry() })],
    [2, () => () => ({ do: 'answer', entry: entry() })],
    [1, () => () => ({ do: 'resolve', entry: entry(), keep: chance(random) ? 'mine' : 'theirs' })],
    [2, () => network],
    [0.5, () => () => ({ do: 'new-key' })],
    [2, () => () => ({ do: 'kill', ms: pick(random, [0, 20, 100, 300, 1_500]) })],
    [3, () => () => ({ do: 'pass', ms: pick(random, [300, SECOND, 3 * SECOND, 11 * SECOND]) })],
    [4, () => () => ({ do: 'elsewhere', entry: entry(), change: elsewhere() })],
  ];
  const count = between(random, FEWEST, MOST);
  // Without an entry nothing can go wrong with one.
  steps.push(drawFault(random), { do: 'add', task: task(), words: someWords() });
  while (steps.length < count) {
    if (at.isOffline && random() < 0.3) steps.push(network());
    steps.push(oneOf(random, choices)());
  }
  return { seed, bodies, wantsWords, steps };
}
