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
