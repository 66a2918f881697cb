import type { PauseView, QuotaView, SyncView } from '#contract';
import { entries } from '../views/find-and-export-words.ts';
import { clockTime } from '../time/times-and-lengths.ts';
import { unreachableShort } from './network-failure-words.ts';
import type { Hours } from '../../time/hour-format.ts';

/** `All sent`, `1 waiting`; nothing where what needs the person is all there is to say. */
export function syncState(sync: SyncView): string {
  if (sync.waiting > 0) return `${sync.waiting} waiting`;
  return yours(sync) > 0 ? '' : 'All sent';
}

/** How many wait for the person to decide or to mend them. */
export function yours({ rejected, conflicts, questions }: SyncView): number {
  return rejected + conflicts + questions;
}

/** `1 refused: show it`, `2 in conflict: show them`, `3 need you: show them` of several kinds. */
export function needsYou(sync: SyncView): string {
  const count = yours(sync);
  return `${count} ${kindOfNeed(sync)}: show ${count === 1 ? 'it' : 'them'}`;
}

function kindOfNeed(sync: SyncView): string {
  const count = yours(sync);
  if (sync.rejected === count) return 'refused';
  if (sync.conflicts === count) return 'in conflict';
  return sync.questions === count ? 'unclear' : 'need you';
}

/** What a press on that does. */
export function needsYouWay(count: number): string {
  return count === 1
    ? 'Show the entry that needs you'
    : 'Show one after the other, the oldest first';
}

/** On the way to send all that was refused once more, as it is. */
export function againWords({ rejected }: SyncView): string {
  return rejected === 1 ? 'Send it again' : `Send all ${rejected} again`;
}

/** Why nothing is being sent, or, where nothing waits, read. */
export function whyPaused(view: PauseView, { waiting }: SyncView, hours: Hours): string {
  const why = pause(view, hours);
  const isWhole = view.reason === 'key' || view.reason === 'quota';
  return waiting > 0 || isWhole ? why : `cannot read: ${why}`;
}

function pause(view: PauseView, hours: Hours): string {
  switch (view.reason) {
    case 'key':
      return 'waits for your key';
    case 'quota':
      return view.untilAt === undefined
        ? 'quota spent'
        : `quota spent until ${clockTime(view.untilAt, hours)}`;
    case 'offline':
      return unreachableShort[view.cause];
    case 'foreign':
      return view.status === 0
        ? 'something in between answers'
        : `something in between answers (HTTP ${view.status})`;
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
