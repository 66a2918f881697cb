import type { Alike, Entry } from '../entry.ts';

/** Entries of the server of which only the person can tell whether one is this entry; nothing is sent of it until then. */
export function inQuestion({ delivery }: Pick<Entry, 'delivery'>): readonly Alike[] | undefined {
  return delivery.state === 'unknown' ? delivery.alike : undefined;
}
