import type { ChangeView } from '#contract';

export const undoLabels = { undo: 'Undo', throwAway: 'Throw away' };

/** `1 entry`, `3 entries`. */
function entriesCount(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

const changes: Readonly<Record<ChangeView['what'], string>> = {
  edit: 'Changed',
  add: 'Added',
  split: 'Split',
  duplicate: 'Duplicated',
  delete: 'Deleted',
  restore: 'Restored',
  archive: 'Archived',
  unarchive: 'Took out of the archive',
  move: 'Moved',
  shift: 'Shifted',
  fill: 'Filled',
  trim: 'Shortened',
  merge: 'Merged',
  timer: 'Changed the running timer',
  start: 'Started the timer',
  stop: 'Stopped the timer',
  switch: 'Switched to other work',
  away: 'Decided about time away',
};

/** Whether the timer was started, stopped or switched. */
export function isOfTimer(change: ChangeView | undefined): boolean {
  return change !== undefined && ['start', 'stop', 'switch'].includes(change.what);
}

/** `Deleted “X”.`, `Moved 3 entries.` */
export function changeDone(change: ChangeView, name: string | undefined): string {
  const { what, count, slipId } = change;
  if (what === 'timer' || what === 'away' || isOfTimer(change))
    return `${changes[what]}${slipId === undefined ? '' : ' after seconds'}.`;
  const only = count === 1 && name !== undefined ? `“${name}”` : undefined;
  if (what === 'fill') return filled(count, only);
  const whom = only ?? entriesCount(count);
  return `${changes[what]} ${whom}.`;
}

function filled(count: number, only: string | undefined): string {
  if (count > 1) return `Filled ${count} gaps.`;
  return only === undefined ? 'Filled the gap.' : `Filled the gap with ${only}.`;
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** `Taken back: changed 1 entry.` */
export function changeUndone(change: ChangeView): string {
  return `Taken back: ${lowered(changeDone(change, undefined))}`;
}

/** `Done again: changed 1 entry.` */
export function changeRedone(change: ChangeView): string {
  return `Done again: ${lowered(changeDone(change, undefined))}`;
}
