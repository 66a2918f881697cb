import type { ChangeView } from '#contract';

export const undoLabels = { undo: 'Undo' };

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
};

/** `Deleted “X”.`, `Moved 3 entries.` */
export function changeDone({ what, count }: ChangeView, name: string | undefined): string {
  if (what === 'timer') return `${changes[what]}.`;
  const only = count === 1 && name !== undefined ? `“${name}”` : undefined;
  if (what === 'fill') {
    if (count > 1) return `Filled ${count} gaps.`;
    return only === undefined ? 'Filled the gap.' : `Filled the gap with ${only}.`;
  }
  const whom = only ?? entriesCount(count);
  return `${changes[what]} ${whom}.`;
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
