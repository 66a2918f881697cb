export const taskLabels = {
  entries: 'Entries of the task',
  empty: 'No entries of this task are known here.',
  emptyHint: 'Read them from Toggl Focus.',
  start: 'Start timer',
  pin: 'Pin',
  unpin: 'Unpin',
};
