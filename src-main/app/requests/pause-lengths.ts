import type { Seconds } from '#contract';

/** A key that was refused once is tried again after so many seconds at the latest. */
export const KEY_PAUSE = 3_600 as Seconds;

/** After a 402 that lets the count start anew at once, which it then does not. */
export const SHORTEST_PAUSE = 60 as Seconds;

/** A refusal that is meant for all ends when somebody puts right what it is about. */
export const REFUSED_PAUSE = 900 as Seconds;

/** After the disk failed. Every command of a person tries again at once. */
export const STORE_RETRY_MS = 60_000;
