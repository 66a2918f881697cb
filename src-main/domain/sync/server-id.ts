import type { Instant } from '#contract';
import type { Entry } from '../entry.ts';

/** An entry that the server holds under an id that was learnt. */
export type KnownEntry = Entry & { readonly delivery: { readonly serverId: number } };

export function isKnown(entry: Entry): entry is KnownEntry {
  return serverIdOf(entry) !== undefined;
}

export function serverIdOf({ delivery }: Entry): number | undefined {
  return delivery.state === 'delivered' ? delivery.serverId : undefined;
}

/** When the request left that created it, or may have. */
export function sentAtOf({ delivery }: Entry): Instant | undefined {
  return 'sentAt' in delivery ? delivery.sentAt : undefined;
}

/** Whether the server has it, under an id that nobody has told. */
export function isNameless(entry: Entry): boolean {
  return entry.delivery.state === 'delivered' && serverIdOf(entry) === undefined;
}
