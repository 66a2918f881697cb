import { between, pick, type Random } from '../../src-main/demo/seed/seeded-random.ts';
import type { Orders, WriteHook } from './protocol.ts';

/** Where a life is killed. */
export type Phase =
  | WriteHook
  /** Commits follow one another without a pause; the kill falls anywhere in one. */
  | 'while committing'
  /** The request has arrived and is not carried out yet; it may be after the death, or never. */
  | 'request arrived'
  /** Carried out, not answered. */
  | 'request carried out'
  /** Answered, and what it means may not be on disk yet. */
  | 'request answered'
  | 'any moment';

export const PHASES: readonly Phase[] = [
  'before write',
  'inside write',
  'after write',
  'while committing',
  'request arrived',
  'request carried out',
  'request answered',
  'any moment',
];

export type Plan = {
  readonly phase: Phase;
  readonly mode: Orders['mode'];
  readonly hang: Orders['hang'];
  /** The n-th request of the life is the one. */
  readonly request: number;
  /** From the moment on that the phase names. */
  readonly delayMs: number;
  /** What becomes of a request that had only arrived: carried out so long after the death, or never. */
  readonly appliedAfterMs: number | 'never';
};

/** A phase may not come in a life (no request was sent): then it is killed after this, at any moment. */
export const LONGEST_LIFE_MS = 1_500;

export function planDeath(random: Random, phase: Phase): Plan {
  return {
    phase,
    mode: phase === 'while committing' ? 'busy' : 'steady',
    hang: isWriteHook(phase) ? { at: phase, transaction: between(random, 1, 25) } : undefined,
    request: between(random, 1, 6),
    delayMs: delayOf(random, phase),
    appliedAfterMs: pick(random, ['never' as const, 0, between(random, 1, 150)]),
  };
}

function isWriteHook(phase: Phase): phase is WriteHook {
  return phase === 'before write' || phase === 'inside write' || phase === 'after write';
}

function delayOf(random: Random, phase: Phase): number {
  if (phase === 'any moment') return between(random, 0, 600);
  if (phase === 'while committing') return between(random, 5, 300) + random();
  return phase === 'request answered' ? between(random, 0, 4) : 0;
}
