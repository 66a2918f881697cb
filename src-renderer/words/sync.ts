import type { HoldView, QuotaView, SyncView } from '#contract';
import { entries } from './find.ts';
import { clockTime, type Hours } from './time.ts';

/** `All sent`, `1 waiting`, `1 waiting, 1 needs you`. */
export function syncState({ waiting, rejected }: SyncView): string {
  const parts: string[] = [];
  if (waiting > 0) parts.push(`${waiting} waiting`);
  if (rejected > 0) parts.push(`${rejected} ${rejected === 1 ? 'needs' : 'need'} you`);
  return parts.length === 0 ? 'All sent' : parts.join(', ');
}

/** Why nothing is being sent. */
export function hold(view: HoldView, hours: Hours): string {
  switch (view.reason) {
    case 'key':
      return 'waits for your key';
    case 'quota':
      return view.untilAt === undefined
        ? 'quota spent'
        : `quota spent until ${clockTime(view.untilAt, hours)}`;
    case 'offline':
      return 'offline';
    case 'server':
      return 'Toggl Focus has trouble';
  }
}

export function quotaLeft({ remaining }: QuotaView): string {
  return remaining === 1 ? '1 request left' : `${remaining} requests left`;
}

/** `Reading… 4,500 entries`. */
export function readingCount(count: number): string {
  return count === 0 ? 'Reading…' : `Reading… ${entries(count)}`;
}
