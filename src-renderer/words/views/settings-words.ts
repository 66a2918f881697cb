export const workingHoursLabels = {
  title: 'Working hours',
  from: 'Working hours from',
  to: 'Working hours to',
  told: 'What lies outside is no gap. Without them, nights are none.',
};

export const settingsLabels = {
  leftClick: 'A click on the tray icon',
  leftClickPopup: 'opens Stint',
  leftClickToggle: 'starts the last task, or stops',
  whileYouWork: 'While you work',
  goal: 'Goal of a day',
  noGoal: 'none',
  unreadableGoal: 'Write a length such as 8 h or 7:30, or nothing for none.',
  gapsFrom: 'Show gaps from',
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
