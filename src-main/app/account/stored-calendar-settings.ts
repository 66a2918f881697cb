import type { Region, Snapshot } from '#contract';
import type { SystemRegion } from '../../domain/locale/computer-region.ts';
import { regionOf } from '../../domain/locale/account-or-computer-region.ts';
import { LENGTHS_UNLESS_CHOSEN } from '../ports/settings-unless-chosen.ts';
import type { AccountId, Store } from '../ports/ports.ts';

/** As the account has them in Toggl Focus; until that is known, as the system has them. */
export function accountSettings(
  store: Store,
  account: AccountId | undefined,
  system: SystemRegion,
): Pick<Snapshot['settings'], 'weekStartsOn' | 'hours' | 'lengths'> & { readonly region: Region } {
  const known = account && store.focusSettings(account);
  return { ...regionOf(system, known), lengths: known?.durationFormat ?? LENGTHS_UNLESS_CHOSEN };
}
