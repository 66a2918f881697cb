/** The fixed words of the popup; accessible names among them are relied on by scripts and screen readers. */
export const common = { title: 'Stint', back: 'Back', cancel: 'Cancel', settings: 'Settings' };

export const timerLabels = {
  card: 'Timer',
  taskPlaceholder: 'Choose a task',
  showTasks: 'Show tasks',
  descriptionPlaceholder: 'What are you doing?',
  elapsed: 'Elapsed time',
  start: 'Start timer',
  stop: 'Stop timer',
  noTasks: 'No tasks are known yet. “Refresh” below reads them from Toggl Focus.',
};

export const footerLabels = {
  status: 'Sync status',
  refresh: 'Refresh',
  reconnect: 'Connect again',
  unlock: 'Unlock',
};

export function nothingFound(text: string): string {
  return `No task matches “${text}”.`;
}

export function since(clock: string): string {
  return `since ${clock}`;
}
