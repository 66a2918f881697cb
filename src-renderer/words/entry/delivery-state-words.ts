import type { DeliveryView, EntryView } from '#contract';

type Rejected = Extract<DeliveryView, { state: 'rejected' }>;
type Blocked = Extract<DeliveryView, { state: 'blocked' }>;

const deliveryWords: Readonly<Record<DeliveryView['state'], string>> = {
  waiting: 'waiting to send',
  sending: 'sending',
  checking: 'checking whether it arrived',
  blocked: 'held up on the way',
  'in-question': 'needs you',
  delivered: 'sent',
  rejected: 'needs you',
};

function deliveryState(delivery: DeliveryView): string {
  return deliveryWords[delivery.state];
}

/** The words at the end of a row: what a person should know of the entry, the most pressing last. */
export type EntryMark = {
  readonly words: string;
  readonly tone: 'quiet' | 'pending' | 'wrong';
};

export function entryMark(entry: EntryView, overlaps: boolean): EntryMark {
  const { state } = entry.delivery;
  const words = [
    ...(entry.archived ? ['archived'] : []),
    ...(overlaps ? ['overlaps'] : []),
    ...(entry.conflict === undefined ? [] : ['in conflict']),
  ];
  // Archiving implies that it was sent, and so does a change on the other side.
  if (state !== 'delivered' || words.length === 0) words.push(deliveryState(entry.delivery));
  return { words: words.join(', '), tone: toneOf(entry, overlaps) };
}

function toneOf({ delivery, conflict }: EntryView, overlaps: boolean): EntryMark['tone'] {
  if (isStuck(delivery) || conflict !== undefined || overlaps) return 'wrong';
  return delivery.state === 'delivered' ? 'quiet' : 'pending';
}

/** Whether it does not get on by itself, and its row says why. */
export function isStuck({ state }: DeliveryView): boolean {
  return state === 'rejected' || state === 'blocked' || state === 'in-question';
}

/** Why Toggl Focus refused an entry, in a person's words where the status says enough. */
export function rejection({ status, reason, delivered }: Rejected, hasTask: boolean): string {
  if (delivered) return refusedChange(status, reason);
  // Not a word of Toggl's.
  if (status === 0) return reason;
  if (status === 402) return 'Your Toggl plan does not allow this entry.';
  if (status === 403) return 'You may not track time here any more.';
  if (status === 404 || status === 410) {
    return hasTask
      ? 'The task is no longer in Toggl Focus.'
      : 'The workspace is no longer in Toggl Focus.';
  }
  return reason === '' ? 'Toggl Focus refused this entry.' : `Toggl Focus refused it: “${reason}”`;
}

/** Why it does not get there though others may: nobody at Toggl has seen it. */
export function heldUpOnTheWay({ status }: Blocked): string {
  const how = status === 0 ? '' : ` (HTTP ${status})`;
  return (
    `Something between this computer and Toggl Focus does not let it through${how}. ` +
    'It is kept here and tried once an hour. A filter may mind its words: change them, or press Refresh to try now.'
  );
}

/** The entry itself is in Toggl Focus, as it was before the change. */
function refusedChange(status: number, reason: string): string {
  if (status === 404) return 'It was deleted in Toggl Focus, so your change could not be made.';
  if (status === 403) return 'You may not change this entry in Toggl Focus.';
  return reason === ''
    ? 'Toggl Focus refused your change.'
    : `Toggl Focus refused your change: “${reason}”`;
}
