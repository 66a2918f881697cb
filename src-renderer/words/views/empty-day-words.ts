export const todayLabels = {
  empty: 'Nothing tracked yet today.',
  onlyRunning: 'Only the running timer so far.',
  emptyHint: 'Start a timer, and your first entry will appear here.',
};
