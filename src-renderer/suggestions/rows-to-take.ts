import type { TaskView } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';

/** A list whose rows stand out, by their values, and are taken. */
export type RowsToTake = {
  readonly rows: {
    readonly current: string | undefined;
    /** Undefined for the one that stands out of its own accord. */
    readonly standOut: (value: string | undefined) => void;
  };
  readonly take: (value: string) => void;
};

/** A favourite becomes none, and another task one. */
export function togglePin({ snapshot, send }: Popup, { id: taskId }: TaskView): void {
  const pinned = snapshot?.tasks.pinned.some((task) => task.id === taskId) ?? false;
  void send({ type: 'task/pin', taskId, pinned: !pinned });
}
