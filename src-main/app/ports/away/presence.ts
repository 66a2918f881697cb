import type { Sign } from '../../../domain/away/watch.ts';
import type { Cancel } from '../ports.ts';

/** What the computer tells of the person at it. */
export type Presence = {
  /** Milliseconds since the last input; undefined where nobody tells. */
  idleMs(): number | undefined;
  /** Calls at each lock, unlock, suspend and resume, where the system tells; returns what ends that. */
  onSign(told: (kind: Exclude<Sign['kind'], 'look'>) => void): Cancel;
};
