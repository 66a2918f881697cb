export const removedLabels = {
  list: 'Deleted entries',
  restore: 'Restore',
  restoreAll: 'Restore all',
};

/** On the button below what was deleted: all, where none of several is chosen. */
export function restoreWords(chosen: number, count: number): string {
  if (count === 1) return removedLabels.restore;
  return chosen === 0 ? removedLabels.restoreAll : `${removedLabels.restore} ${chosen}`;
}

export function deletedCount(count: number): string {
  return `Deleted (${count})`;
}
