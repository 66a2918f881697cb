import type { DeliveryView, EntryView } from '#contract';
import { shortLength } from './edit-form-words.ts';

const deliveryWords: Readonly<Record<DeliveryView['state'], string>> = {
  waiting: 'waiting to send',
  asked: 'waits for your answer',
  sending: 'sending',
  checking: 'unclear, checking',
  blocked: 'held up on the way',
  'in-question': 'unclear, needs you',
  delivered: 'sent',
  rejected: 'refused',
};

/** The words behind the times of a row: what a person should know of the entry, the most pressing last. */
export type EntryMark = {
  readonly words: string;
  readonly tone: 'quiet' | 'pending' | 'wrong';
};

/** Undefined where there is nothing to say: it was sent, and is as a person left it. */
export function entryMark(entry: EntryView, overlapSeconds: number): EntryMark | undefined {
  const words = [
    ...(entry.archived ? ['archived'] : []),
    ...(overlapSeconds > 0 ? [`overlaps ${shortLength(overlapSeconds)}`] : []),
    ...(entry.conflict === undefined ? [] : ['in conflict']),
    ...(entry.delivery.state === 'delivered' ? [] : [deliveryWords[entry.delivery.state]]),
  ];
  return words.length === 0
    ? undefined
    : { words: words.join(', '), tone: toneOf(entry, overlapSeconds) };
}

/** The same for a screen reader, which is told of what was sent as well. */
export function markSpoken(entry: EntryView, overlapSeconds: number): string {
  return entryMark(entry, overlapSeconds)?.words ?? deliveryWords.delivered;
}

function toneOf({ delivery, conflict }: EntryView, overlapSeconds: number): EntryMark['tone'] {
  if (isStuck(delivery) || conflict !== undefined || overlapSeconds > 0) return 'wrong';
  return delivery.state === 'delivered' ? 'quiet' : 'pending';
}

/** Whether it does not get on by itself, and its row says why. */
export function isStuck({ state }: DeliveryView): boolean {
  return state === 'rejected' || state === 'blocked' || state === 'in-question';
}
