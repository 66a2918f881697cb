import type { DeliveryView, EntryView } from '#contract';

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
