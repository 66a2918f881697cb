import type { Plan } from '../../domain/day/planned-time.ts';
import type { AccountId, Day, Store, Timers } from '../ports/ports.ts';
import { inParts } from '../entries/write-in-slices.ts';

/** Replaces what is known of the kind in the range, a part at a time: until the last, what was known is there too. */
export async function storePlans(
  { store, timers }: { readonly store: Store; readonly timers: Pick<Timers, 'nextTurn'> },
  account: AccountId,
  {
    kind,
    range,
    plans,
  }: { readonly kind: Plan['kind']; readonly range: Day; readonly plans: readonly Plan[] },
): Promise<void> {
  await inParts(timers, plans, (part) => store.putPlans(account, part));
  const ids = plans.map(({ id }) => id);
  store.leavePlans(account, kind, range, ids);
}
