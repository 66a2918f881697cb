import type { Instant, WorkingHours } from '#contract';
import type { Hours } from '../../time/hour-format.ts';
import { fromWall } from '../../time/wall-clock.ts';
import { clockTime } from '../time/times-and-lengths.ts';

export const workingHoursLabels = {
  title: 'Working hours',
  none: 'none',
  unreadable: 'Write from when to when, such as 9:00 – 17:00, or nothing for none.',
  told: 'What lies outside is no gap. Without them, nights are none.',
};

/** `9:00 – 17:00`; empty for none. */
export function workingHours(hours: WorkingHours | undefined, format: Hours): string {
  if (hours === undefined) return '';
  // A day on which no clock is moved.
  const at = (minutes: number) => fromWall(2001, 0, 1, minutes * 60).getTime() as Instant;
  return `${clockTime(at(hours.from), format)} – ${clockTime(at(hours.to), format)}`;
}

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
