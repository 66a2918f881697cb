import type { FocusAnswer } from '../../src-main/domain/focus-types.ts';
import type { Item, RequestSeen } from './world/faulty-network.ts';

/** Who was refused for a fault of its own, by rules that are not Stint's. */
export type Blame = {
  note(seen: RequestSeen, answer: FocusAnswer<unknown>): void;
  accepted(items: readonly Item[]): void;
  has(startAt: number): boolean;
  /** An entry of the task was refused by itself, as one is whose task is gone, and none was accepted since. */
  isGone(taskId: number | undefined): boolean;
  /** Three refusals in a row said the same, of entries with different tasks. */
  isForAll(): boolean;
};

export function createBlame(): Blame {
  const starts = new Set<number>();
  const tasks = new Set<number>();
  const gone = new Set<number>();
  let status = 0;
  function blamed(items: readonly Item[], places: readonly number[]): readonly Item[] {
    const [only, ...others] = items;
    if (others.length === 0) {
      if (typeof only?.taskId !== 'number') return items;
      tasks.add(only.taskId);
      if (OF_ALL.includes(status)) gone.add(only.taskId);
      return items;
    }
    const isOfTask = items.every(({ taskId }) => tasks.has(taskId ?? 0));
    return isOfTask ? items : items.filter((_, place) => places.includes(place));
  }
  let inARow = 0;
  return {
    note({ items = [] }, answer) {
      if (answer.ok || answer.error.kind !== 'answered') return;
      const { error } = answer;
      inARow = error.status === status ? inARow + 1 : 1;
      status = error.status;
      const culprits = blamed(items, error.culprits ?? []);
      for (const { startAt } of culprits) starts.add(startAt ?? 0);
    },
    accepted(items) {
      inARow = 0;
      for (const { taskId } of items) gone.delete(taskId ?? 0);
    },
    has: (startAt) => starts.has(startAt),
    isGone: (taskId) => gone.has(taskId ?? 0),
    isForAll: () => inARow >= 3 && OF_ALL.includes(status),
  };
}

/** What may be said of more than one entry: of a workspace, or of a task. */
const OF_ALL: readonly number[] = [403, 404, 410];
