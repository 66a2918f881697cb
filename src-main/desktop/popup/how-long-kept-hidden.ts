import type { Snapshot } from '#contract';

/** Who connects for the first time goes to the browser for key and address: what was pasted stays. */
export function keepHiddenMs({ account }: Snapshot): number {
  return account.state === 'none' ? 900_000 : 60_000;
}
