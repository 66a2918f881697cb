import type { Snapshot } from '#contract';
import type { AccountId, Store } from './ports.ts';

const MONDAY = 1;

/** As the account has them in Toggl Focus; a week from Monday and 24 hours until that is known. */
export function accountSettings(
  store: Store,
  account: AccountId | undefined,
): Pick<Snapshot['settings'], 'weekStartsOn' | 'hours'> {
  const known = account && store.focusSettings(account);
  return { weekStartsOn: known?.weekStartsOn ?? MONDAY, hours: known?.timeFormat ?? '24h' };
}
