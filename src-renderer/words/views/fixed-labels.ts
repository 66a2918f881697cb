/** The fixed words of the popup; accessible names among them are relied on by scripts and screen readers. */
export const common = { title: 'Stint', back: 'Back', cancel: 'Cancel', settings: 'Settings' };

export const connectLabels = {
  title: 'Connect to Toggl Focus',
  again: 'Connect again',
  intro: 'One click starts a timer, one click stops it, and the time is in Toggl Focus.',
  key: 'API key',
  whereIsTheKey: 'Where do I find my key?',
  usePassword: 'Use e-mail and password',
  useKey: 'Use an API key',
  email: 'E-mail',
  password: 'Password',
  show: 'Show',
  hide: 'Hide',
  address: 'Toggl Focus address',
  addressExample: 'https://focus.toggl.com/123/workspaces/456',
  addressHint: 'Copy it from the browser while your workspace is open.',
  useNumbers: 'Type the numbers instead',
  useAddress: 'Paste the address instead',
  organization: 'Organization ID',
  workspace: 'Workspace ID',
  connect: 'Connect',
  connecting: 'Asking Toggl Focus…',
  demo: 'Try the demo',
  demoHint: 'No account? The demo runs on this computer and sends nothing anywhere.',
  keyNeeded: 'Paste your API key first.',
  passwordNeeded: 'Fill in e-mail and password first.',
  addressNeeded: 'Paste the address of your workspace first.',
  numbersNeeded: 'Both are whole numbers, as they stand in the address.',
};

export const timerLabels = {
  card: 'Timer',
  task: 'Task',
  taskPlaceholder: 'Choose a task',
  showTasks: 'Show tasks',
  description: 'Description',
  descriptionPlaceholder: 'What are you doing?',
  elapsed: 'Elapsed time',
  start: 'Start timer',
  stop: 'Stop timer',
  idle: 'not running',
  needed: 'Choose a task or describe it.',
  noTasks: 'No tasks are known yet. “Refresh” below reads them from Toggl Focus.',
};

export const todayLabels = {
  empty: 'Nothing tracked yet today.',
  onlyRunning: 'Only the running timer so far.',
  emptyHint: 'Start a timer, and your first entry will appear here.',
};

export const footerLabels = {
  status: 'Sync status',
  refresh: 'Refresh',
  reconnect: 'Connect again',
  unlock: 'Unlock',
};

export const settingsLabels = {
  leftClick: 'A click on the tray icon',
  leftClickPopup: 'opens Stint',
  leftClickToggle: 'starts the last task, or stops',
  account: 'Account',
  demoAccount: 'Demo, on this computer',
  host: 'Server',
  organization: 'Organization',
  workspace: 'Workspace',
  secret: 'Key',
  openFocus: 'Open Toggl Focus',
  disconnect: 'Disconnect',
  disconnectWarning:
    'Nothing is lost: it stays on this computer until the same account is connected again.',
  disconnectStops: 'The timer that runs now is stopped.',
  disconnectAnyway: 'Disconnect anyway',
  stay: 'Stay',
  quit: 'Quit Stint',
};

export function nothingFound(text: string): string {
  return `No task matches “${text}”.`;
}

export function since(clock: string): string {
  return `since ${clock}`;
}
