import type { Instant } from '#contract';
import type { Clock, Timers } from '../../../src-main/app/ports/ports.ts';
import { alwaysUtc } from '../random/zones.ts';
import { turn } from './fake-time.ts';

type Timer = { readonly dueAt: number; readonly order: number; run: (() => void) | undefined };

export type Timeline = Clock &
  Timers & {
    /** Runs what is due, each at its own moment, until nothing is left or the moment is reached. */
    runUntil(at: number): Promise<void>;
  };

/**
 * Time in discrete events: it jumps from timer to timer, in UTC, and stands still while `settle`
 * waits for what a timer has set off.
 */
export function createTimeline(startAt: number, settle: () => Promise<void> = turn): Timeline {
  const heap = createHeap();
  let now = startAt;
  let order = 0;
  return {
    now: () => now as Instant,
    monotonic: () => now - startAt,
    ...alwaysUtc,
    nextTurn: turn,
    after(ms, run) {
      const timer: Timer = { dueAt: now + Math.max(0, ms), order: (order += 1), run };
      heap.push(timer);
      return () => {
        timer.run = undefined;
      };
    },
    async runUntil(end) {
      for (;;) {
        const next = heap.pop(end);
        if (next === undefined) break;
        if (next.run === undefined) continue;
        now = next.dueAt;
        next.run();
        await settle();
      }
      now = Math.max(now, end);
    },
  };
}

/** A binary heap: the earliest timer on top, the older one first where two are due together. */
function createHeap(): { push(timer: Timer): void; pop(latest: number): Timer | undefined } {
  const timers: Timer[] = [];
  function before(a: number, b: number): boolean {
    const [first, second] = [timers[a]!, timers[b]!];
    return first.dueAt === second.dueAt ? first.order < second.order : first.dueAt < second.dueAt;
  }
  function swap(a: number, b: number): void {
    [timers[a], timers[b]] = [timers[b]!, timers[a]!];
  }
  function sink(from: number): void {
    for (let at = from; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < timers.length && before(child, least)) least = child;
      }
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  }
  return {
    push(timer) {
      timers.push(timer);
      for (let at = timers.length - 1; at > 0 && before(at, (at - 1) >> 1); at = (at - 1) >> 1) {
        swap(at, (at - 1) >> 1);
      }
    },
    pop(latest) {
      const [top] = timers;
      if (top === undefined || top.dueAt > latest) return undefined;
      const last = timers.pop()!;
      if (timers.length > 0) {
        timers[0] = last;
        sink(0);
      }
      return top;
    },
  };
}
