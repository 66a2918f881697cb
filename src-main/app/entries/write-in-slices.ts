import type { Timers } from '../ports/ports.ts';

/** So much is written in one go: main can answer a click in between. */
export const PART = 500;

type Turns = Pick<Timers, 'nextTurn'>;

/** Takes the items in parts, and lets everything else that waits have its turn between two of them. */
export async function inParts<T>(
  turns: Turns,
  items: readonly T[],
  take: (part: readonly T[]) => void,
): Promise<void> {
  for (let from = 0; from < items.length; from += PART) {
    if (from > 0) await turns.nextTurn();
    take(items.slice(from, from + PART));
  }
}

/** Takes one step after the other in the same way, as long as somebody wants them. */
export async function stepByStep<T>(
  turns: Turns,
  steps: Iterable<T>,
  isWanted: () => boolean,
): Promise<readonly T[]> {
  const taken: T[] = [];
  for (const step of steps) {
    taken.push(step);
    await turns.nextTurn();
    if (!isWanted()) break;
  }
  return taken;
}
