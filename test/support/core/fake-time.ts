import type { Instant } from '#contract';
import type { Clock, Timers } from '../../../src-main/app/ports/ports.ts';
import { alwaysUtc } from '../random/zones.ts';

const DAY_MS = 86_400_000;

export type FakeTime = Clock &
  Timers & {
    /** Lets time pass: due timers run in order, each at its own moment, with promises settled in between. */
    pass(ms: number): Promise<void>;
    /** Sets the wall clock without letting time pass, as NTP or a person does. */
    setWall(at: number): void;
    /** Timers that have not run yet. */
    pending(): number;
  };

/** Clock and timers under the test's hand, in UTC. */
export function createFakeTime(startAt: number): FakeTime {
  let elapsed = 0;
  let offset = startAt;
  let waiting: { readonly dueAt: number; readonly run: () => void }[] = [];

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
    nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    isoTime: (at) => new Date(at).toISOString().replace('.000Z', '+00:00'),
    after(ms, run) {
      const timer = { dueAt: elapsed + Math.max(0, ms), run };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((other) => other !== timer);
      };
    },
    async pass(ms) {
      const end = elapsed + ms;
      for (;;) {
        await settle();
        const next = waiting.filter((timer) => timer.dueAt <= end).sort(byDue)[0];
        if (next === undefined) break;
        waiting = waiting.filter((timer) => timer !== next);
        elapsed = Math.max(elapsed, next.dueAt);
        next.run();
      }
      elapsed = end;
    },
    setWall(at) {
      offset = at - elapsed;
    },
    pending: () => waiting.length,
  };
}

function byDue(a: { readonly dueAt: number }, b: { readonly dueAt: number }): number {
  return a.dueAt - b.dueAt;
}

/** Lets everything that needs no time run to its end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1)
    await new Promise<void>((resolve) => setImmediate(resolve));
}
