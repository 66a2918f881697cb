import type { Instant } from '#contract';
import type { Clock, Timers } from '../../../src-main/app/ports/ports.ts';
import { alwaysUtc } from '../../support/random/zones.ts';

const DAY_MS = 86_400_000;

export type VirtualTime = Clock &
  Timers & {
    pass(ms: number): Promise<void>;
    /** Sets the wall clock without letting time pass. */
    jump(ms: number): void;
    pending(): number;
    /** Lets everything that needs no time run to its end, long work in turns included. */
    settled(): Promise<void>;
    readonly jumps: number;
  };

/** Like the fake time of the other tests, made for millions of steps: nothing here does real input or output, so that one turn of the event loop settles all promises but those of long work. */
export function createVirtualTime(startAt: number): VirtualTime {
  let elapsed = 0;
  let offset = startAt;
  let jumps = 0;
  let turning = 0;
  const waiting = new Set<{ readonly dueAt: number; readonly run: () => void }>();

  function nextUntil(
    end: number,
  ): { readonly dueAt: number; readonly run: () => void } | undefined {
    let next: { readonly dueAt: number; readonly run: () => void } | undefined;
    for (const timer of waiting) {
      if (timer.dueAt <= end && (next === undefined || timer.dueAt < next.dueAt)) next = timer;
    }
    return next;
  }

  async function settled(): Promise<void> {
    do await turn();
    while (turning > 0);
  }

  return {
    now: () => (offset + elapsed) as Instant,
    monotonic: () => elapsed,
    dayOf(at) {
      const dayStart = Math.floor(at / DAY_MS) * DAY_MS;
      return { startAt: dayStart as Instant, endAt: (dayStart + DAY_MS) as Instant };
    },
    // 1970-01-01 was a Thursday.
    weekdayOf: (at) => (Math.floor(at / DAY_MS) + 4) % 7,
    ...alwaysUtc,
    async nextTurn() {
      turning += 1;
      await turn();
      turning -= 1;
    },
    isoTime: (at) => new Date(at).toISOString().replace('.000Z', '+00:00'),
    after(ms, run) {
      const timer = { dueAt: elapsed + Math.max(0, ms), run };
      waiting.add(timer);
      return () => waiting.delete(timer);
    },
    async pass(ms) {
      const end = elapsed + ms;
      for (let runs = 0; ; runs += 1) {
        await settled();
        const next = nextUntil(end);
        if (next === undefined) break;
        if (runs > 20_000) throw new Error('timers without end');
        waiting.delete(next);
        elapsed = Math.max(elapsed, next.dueAt);
        next.run();
      }
      elapsed = end;
    },
    jump(ms) {
      jumps += 1;
      offset += ms;
    },
    pending: () => waiting.size,
    settled,
    get jumps() {
      return jumps;
    },
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
