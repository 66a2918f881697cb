import type { History } from '../../model/history.ts';
import { play } from '../../model/play.ts';
import type { Fault, Step } from '../../model/step.ts';

/** Short words for the steps of histories that are kept. */

export const start = (task: number | undefined): Step => ({ do: 'start', task });
export const fault = (one: Fault): Step => ({ do: 'fault', fault: one });
export const late = (lateMs: number): Step => fault({ kind: 'late', ms: 0, lateMs });
export const status = (code: number): Step =>
  fault({ kind: 'status', status: code, applied: false });
export const lost = (ms = 0): Step => fault({ kind: 'lost', ms });
export const OFFLINE = fault({ kind: 'offline' });
export const READ: Step = { do: 'read' };
export const STOP: Step = { do: 'stop' };
export const KILL: Step = { do: 'kill' };
export const pass = (ms: number): Step => ({ do: 'pass', ms });
export const DAY_BACK: Step = { do: 'jump', ms: -93_600_000 };

/** The promises that a history breaks. */
export async function broken(
  steps: readonly Step[],
  world: Partial<History> = {},
): Promise<unknown> {
  const plain = { headers: false, hidesArchived: false, bodies: true, names: false, quota: 30 };
  const { broken: promises } = await play({ ...plain, ...world, steps });
  return promises;
}
