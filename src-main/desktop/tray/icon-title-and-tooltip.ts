import type { Instant, Seconds, Snapshot } from '#contract';
import { menu, type TrayMenuItem } from './tray-menu.ts';
import { attention } from './why-icon-wants-attention.ts';
import { clockFace, spoken } from './spoken-time.ts';
import { sessionName, tooltipName } from './names-in-menu-and-tooltip.ts';

/** `attention` keeps a shape for the running timer: being offline must not hide that time runs. */
export type TrayIcon = 'idle' | 'running' | 'attention' | 'running-attention';

/** All that the tray shows, as values. */
export type TrayModel = {
  readonly icon: TrayIcon;
  readonly tooltip: string;
  /** Text beside the icon in the macOS menu bar, elapsed `HH:MM` or empty. */
  readonly title: string;
  readonly menu: readonly TrayMenuItem[];
  /** When the words change without a new snapshot: the next full minute of the running timer. */
  readonly changesAt: Instant | undefined;
};

const MINUTE_MS = 60_000;

export function trayModel(snapshot: Snapshot, now: Instant): TrayModel {
  const { timer } = snapshot;
  const running = timer.state === 'running';
  const elapsed = running ? secondsBetween(timer.startAt, now) : undefined;
  return {
    icon: iconFor(running, attention(snapshot) !== undefined),
    tooltip: tooltip(snapshot, now, elapsed),
    title: elapsed === undefined ? '' : clockFace(elapsed),
    menu: menu(snapshot),
    changesAt: running ? nextMinute(timer.startAt, now) : undefined,
  };
}

function iconFor(running: boolean, attentive: boolean): TrayIcon {
  if (running) return attentive ? 'running-attention' : 'running';
  return attentive ? 'attention' : 'idle';
}

function tooltip(snapshot: Snapshot, now: Instant, elapsed: Seconds | undefined): string {
  const { timer, account } = snapshot;
  if (account.state === 'none' && timer.state === 'idle') return 'Stint: not connected';
  const doing =
    timer.state === 'running' && elapsed !== undefined
      ? `${tooltipName(sessionName(timer))}, ${spoken(elapsed, snapshot)}`
      : 'Stint: no timer running';
  const lines = [
    doing,
    `Today ${spoken(todaySeconds(snapshot, now), snapshot)}`,
    attention(snapshot),
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}

/** Finished activity of today and the part of the running session that lies in today. */
function todaySeconds({ today, timer }: Snapshot, now: Instant): Seconds {
  if (timer.state === 'idle') return today.trackedSeconds;
  const fromAt = Math.max(timer.startAt, today.startAt) as Instant;
  return (today.trackedSeconds + secondsBetween(fromAt, now)) as Seconds;
}

/** Not negative: the wall clock may have been set back since the start. */
function secondsBetween(fromAt: Instant, toAt: Instant): Seconds {
  return Math.max(0, Math.floor((toAt - fromAt) / 1000)) as Seconds;
}

function nextMinute(startAt: Instant, now: Instant): Instant {
  if (now < startAt) return (startAt + MINUTE_MS) as Instant;
  return (now + MINUTE_MS - ((now - startAt) % MINUTE_MS)) as Instant;
}
