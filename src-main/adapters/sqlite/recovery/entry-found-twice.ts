import type { Store } from '../../../app/ports/ports.ts';
import type { Found } from './recognise-salvaged-row.ts';

/** Of an entry that a damaged file holds twice, the one that is known to have arrived in Toggl Focus is the later, and stays. */
export function keepEntryOnce(
  store: Pick<Store, 'entry' | 'startTaken' | 'putEntry'>,
  { account, entry }: Extract<Found, { readonly kind: 'entry' }>,
): void {
  if (store.entry(entry.id)?.delivery.state === 'delivered') return;
  const free = entry.origin === 'server' || !store.startTaken(account, entry.startAt);
  store.putEntry(account, free ? entry : { ...entry, origin: 'server' });
}
