import type { Instant } from '#contract';
import type { Clock, Timers } from '../../../src-main/app/ports/ports.ts';
import { alwaysUtc } from '../random/zones.ts';

export type FakeTime = Clock &
  Timers & {
    /** Lets time pass: due timers run in order, each at its own moment, with promises settled in between. */
    pass(ms: number): Promise<void>;
    /** Sets the wall clock without letting time pass, as NTP or a person does. */
    readonly setWall: (at: number) => void;
    /** Timers that have not run yet. */
    pending(): number;
  };

type Timer = { readonly dueAt: number; readonly run: () => void };

/** Far more than are due in any time that a test lets pass. */
const MOST_RUNS = 20_000;

/** Clock and timers under the test's hand, in UTC; `settled` lets everything that needs no time run to its end. */
export function createFakeTime(startAt: number, settled = settle): FakeTime {
  let elapsed = 0;
  let offset = startAt;
  const waiting = new Set<Timer>();

  return {
    now: () => (offset + elapsed) as Instant,
    monotonic: () => elapsed,
    ...alwaysUtc,
    nextTurn: turn,
    after(ms, run) {
      const timer = { dueAt: elapsed + Math.max(0, ms), run };
      waiting.add(timer);
      return () => waiting.delete(timer);
    },
    async pass(ms) {
      const end = elapsed + ms;
      for (let runs = 0; ; runs += 1) {
        await settled();
        const next = nextUntil(waiting, end);
        if (next === undefined) break;
        if (runs > MOST_RUNS) throw new Error('timers without end');
        waiting.delete(next);
        elapsed = Math.max(elapsed, next.dueAt);
        next.run();
      }
      elapsed = end;
    },
    setWall(at) {
      offset = at - elapsed;
    },
    pending: () => waiting.size,
  };
}

/** Of those that are due at one moment, the one that was set first. */
function nextUntil(waiting: ReadonlySet<Timer>, end: number): Timer | undefined {
  let next: Timer | undefined;
  for (const timer of waiting) {
    if (timer.dueAt <= end && (next === undefined || timer.dueAt < next.dueAt)) next = timer;
  }
  return next;
}

/** A turn of the event loop: lets everything that needs neither time nor a socket come to its end. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Lets everything that needs no time run to its end. */
export async function settle(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await turn();
}
