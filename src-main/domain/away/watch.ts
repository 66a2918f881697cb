import type { Instant } from '#contract';
import type { Stretch } from './question.ts';

/** What the computer tells of its person. */
export type Sign = {
  readonly kind: 'look' | 'lock' | 'unlock' | 'suspend' | 'resume';
  readonly at: Instant;
  /** Stands still while the machine sleeps, and whenever the clock is set. */
  readonly monotonicMs: number;
  /** Since the last input; undefined where nobody knows. */
  readonly idleMs: number | undefined;
};

/** What is known while a timer runs, at the last sign. */
export type Watch = Pick<Sign, 'at' | 'monotonicMs'> & {
  /** The earliest of last input, lock and suspend; undefined while the person is there. */
  readonly leftAt?: Instant | undefined;
  readonly isLocked?: boolean | undefined;
  readonly isAsleep?: boolean | undefined;
};

export type Watched = { readonly watch: Watch; readonly found?: Stretch | undefined };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** A clock that went further than time itself was set, or stood still. */
export const JUMP_MS = 2 * MINUTE;
/** Idleness is told in whole seconds. */
const COARSE_MS = 2 * SECOND;

/** The watch after the sign, and what has to be asked now; `thresholdMs` is 0 where nobody wants to be asked. */
export function watched(before: Watch, sign: Sign, thresholdMs: number): Watched {
  const jumpMs = sign.at - before.at - (sign.monotonicMs - before.monotonicMs);
  if (jumpMs < -JUMP_MS) return setBack(before, sign, jumpMs);
  if (jumpMs > JUMP_MS && isUnexplained(before, sign)) return leapt(before, sign, jumpMs);
  // Nobody told that the machine went to sleep; that it woke up is told.
  const sleptAt = sign.kind === 'resume' && jumpMs > JUMP_MS ? before.at : undefined;
  const leftAt = earliest(before.leftAt, sleptAt, left(sign, thresholdMs));
  const watch = { ...afterSign(before, sign), leftAt };
  const backAt = back(before, watch, sign);
  if (leftAt === undefined || backAt === undefined) return { watch };
  const isLong = thresholdMs > 0 && backAt - leftAt >= thresholdMs;
  const found = isLong ? ({ why: 'away', fromAt: leftAt, toAt: backAt } as const) : undefined;
  return { watch: { ...watch, leftAt: undefined }, found };
}

/** Whether the clock alone tells that time is missing: neither a sleep nor anybody's absence does. */
function isUnexplained({ isAsleep, leftAt }: Watch, { kind }: Sign): boolean {
  return isAsleep !== true && leftAt === undefined && kind !== 'resume';
}

function afterSign({ isLocked, isAsleep }: Watch, { kind, at, monotonicMs }: Sign): Watch {
  return {
    at,
    monotonicMs,
    isLocked: kind === 'lock' || (isLocked === true && kind !== 'unlock'),
    isAsleep: kind === 'suspend' || (isAsleep === true && kind !== 'resume'),
  };
}

/** When the person left, by this sign. */
function left({ kind, at, idleMs = 0 }: Sign, thresholdMs: number): Instant | undefined {
  const isGoing = kind === 'lock' || kind === 'suspend';
  const isIdle = kind === 'look' && thresholdMs > 0 && idleMs >= thresholdMs;
  return isGoing || isIdle ? ((at - idleMs) as Instant) : undefined;
}

/** When the person was back; undefined while nothing tells so. */
function back(
  before: Watch,
  { isLocked, isAsleep, leftAt }: Watch,
  sign: Sign,
): Instant | undefined {
  if (isLocked === true || isAsleep === true || leftAt === undefined) return undefined;
  const { kind, at, idleMs } = sign;
  if (kind !== 'look') return at;
  if (idleMs === undefined || at - idleMs <= leftAt + COARSE_MS) return undefined;
  // The first input came some time after the last look: none of what followed is left out.
  return Math.max(before.at, leftAt) as Instant;
}

/** All that is known of the time before is by the clock as it was. */
function setBack(before: Watch, { at, monotonicMs }: Sign, jumpMs: number): Watched {
  const leftAt = before.leftAt && ((before.leftAt + jumpMs) as Instant);
  return {
    watch: { ...before, at, monotonicMs, leftAt },
    found: { why: 'clock', fromAt: (at - jumpMs) as Instant, toAt: at },
  };
}

/** Set forward, or asleep without a word: what it leapt over is nobody's time yet. */
function leapt(before: Watch, { at, monotonicMs }: Sign, jumpMs: number): Watched {
  return {
    watch: { ...before, at, monotonicMs },
    found: { why: 'clock', fromAt: before.at, toAt: (before.at + jumpMs) as Instant },
  };
}

function earliest(...all: readonly (Instant | undefined)[]): Instant | undefined {
  const known = all.filter((one) => one !== undefined);
  return known.length === 0 ? undefined : (Math.min(...known) as Instant);
}

/** When to look next: once the threshold could be reached, and for the heartbeat each minute. */
export function nextLookMs(watch: Watch, idleMs: number | undefined, thresholdMs: number): number {
  const untilThreshold = thresholdMs - (idleMs ?? 0);
  const isNear = watch.leftAt === undefined && untilThreshold > 0;
  return Math.max(SECOND, Math.min(MINUTE, isNear ? untilThreshold : MINUTE));
}
