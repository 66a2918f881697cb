import type { LengthStyle, LeftClick, QuotaView, TextSize, Theme, WorkingHours } from '#contract';
import { fromWall } from '../../time/wall-clock.ts';
import { clockTime } from '../time/times-and-lengths.ts';
import type { Hours } from '../../time/hour-format.ts';

export const workingHoursLabels = {
  title: 'Working hours',
  none: 'none',
  unreadable: 'Write from when to when, such as 9:00 – 17:00, or nothing for none.',
  told: 'No gaps are shown outside of them; without them, none at night.',
};

/** `9:00 – 17:00`; empty for none. */
export function workingHours(hours: WorkingHours | undefined, format: Hours): string {
  if (hours === undefined) return '';
  // A day on which no clock is moved.
  const at = (minutes: number) => fromWall(2001, 0, 1, minutes * 60);
  return `${clockTime(at(hours.from), format)} – ${clockTime(at(hours.to), format)}`;
}

export const settingsLabels = {
  iconAndStart: 'Icon and start',
  leftClick: 'Left click on the icon',
  startWithSystem: 'Start with the system',
  whileYouWork: 'While you work',
  goal: 'Goal of a day',
  noGoal: 'none',
  unreadableGoal: 'Write a length such as 8 h or 7:30, or nothing for none.',
  gapsFrom: 'Show gaps from',
  look: 'Look',
  theme: 'Theme',
  textSize: 'Text size',
  lengths: 'Lengths',
  height: 'Height',
  account: 'Account',
  host: 'Server',
  change: 'Change',
  openFocus: 'Open Toggl Focus',
  disconnect: 'Disconnect',
  disconnectWarning:
    'Nothing is lost: it stays on this computer until the same account is connected again.',
  disconnectStops: 'The timer that runs now is stopped.',
  disconnectAnyway: 'Disconnect anyway',
  stay: 'Stay',
  help: 'Help',
  news: 'What is new',
  report: 'Report a problem',
  reportHint:
    'Stint writes a file with its version, your system and its log. Neither your key nor what you track is in it, and nothing is sent: you read it and decide.',
  saveReport: 'Save the file…',
  openLog: 'Open the log',
  quit: 'Quit Stint',
};

export const leftClickWords: Readonly<Record<LeftClick, string>> = {
  popup: 'opens Stint',
  toggle: 'starts the last task, or stops',
};

export const themeWords: Readonly<Record<Theme, string>> = {
  system: 'as the system',
  light: 'light',
  dark: 'dark',
};

/** Each is written as the lengths then are; the first is the account's. */
export const lengthWords: readonly (readonly [LengthStyle | null, string])[] = [
  [null, 'as in Toggl Focus'],
  ['classic', 'classic, 0:47:06'],
  ['improved', 'improved, 0:47'],
  ['decimal', 'decimal, 0.78 h'],
];

export function percent(size: TextSize): string {
  return `${size} %`;
}

/** `584 of 600 requests left`. */
export function requestsLeft({ remaining, perHour }: QuotaView): string {
  return `${remaining} of ${perHour} requests left`;
}

export function hourEnds({ resetsAt }: QuotaView, hours: Hours): string {
  return `the hour ends at ${clockTime(resetsAt, hours)}`;
}

/** Its name once that is known, and until then its number. */
export function workspaceWords(of: {
  readonly kind: 'focus' | 'demo';
  readonly workspaceId: number;
  readonly workspaceName?: string | undefined;
}): string {
  if (of.kind === 'demo') return 'Demo, on this computer';
  return of.workspaceName ?? `Workspace ${of.workspaceId}`;
}

export function idWords(of: {
  readonly organizationId: number;
  readonly workspaceId: number;
}): string {
  return `Organization ${of.organizationId}, workspace ${of.workspaceId}`;
}

export function keyWords(where: string): string {
  return `Key ${where}`;
}

export function savedAs(file: string): string {
  return `Saved as ${file}.`;
}
