import type { TaskView } from './entry.ts';
import type { Instant } from './units.ts';

/** After how many minutes without input a person counts as away, unless they chose; 0 is never. */
export const AWAY_MINUTES = { off: 0, unlessChosen: 10, most: 120 } as const;

/** `stopped`: Stint itself was, without having been quit. `clock`: it was set, or stood still, by minutes. */
export type WhyAsked = 'away' | 'stopped' | 'clock';

/** `move` takes the start along with a clock that was set back; the others leave out what was away, or keep it. */
export const AWAY_ANSWERS = ['keep', 'stop', 'go-on', 'break', 'move'] as const;
export type AwayAnswer = (typeof AWAY_ANSWERS)[number];

/** A stretch of a timer of which only the person knows whether it is to count. */
export type AwayView = {
  readonly id: string;
  readonly why: WhyAsked;
  readonly fromAt: Instant;
  /** Before `fromAt` where the clock was set back. */
  readonly toAt: Instant;
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
  /** Its timer runs on; else the entry waits for the answer. */
  readonly running: boolean;
};
