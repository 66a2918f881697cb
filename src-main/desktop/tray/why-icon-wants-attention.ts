import type { AccountView, Snapshot } from '#contract';

/** Why the person should look, or undefined. Entries on their way are no reason; entries held up are. */
export function attention(snapshot: Snapshot): string | undefined {
  const { account, sync, notice, away } = snapshot;
  const locked = account.state === 'connected' ? accountTrouble(account) : undefined;
  if (locked !== undefined) return locked;
  if (away.length > 0) return 'Stint asks what becomes of time away';
  if (sync.rejected > 0) return `${counted(sync.rejected)} refused by Toggl Focus`;
  if (sync.conflicts > 0) return `${counted(sync.conflicts)} changed here and in Toggl Focus`;
  if (sync.questions > 0) return `${counted(sync.questions)} perhaps in Toggl Focus already`;
  if (sync.waiting > 0 && sync.pause !== undefined) return `${counted(sync.waiting)} waiting`;
  return notice === undefined ? undefined : 'Stint has a message';
}

function accountTrouble(account: Extract<AccountView, { state: 'connected' }>): string | undefined {
  if (account.keyRefused) return 'Toggl Focus refused the key';
  if (account.secret === 'locked') return 'The keychain is locked';
  return account.secret === 'missing' ? 'The key is missing' : undefined;
}

function counted(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`;
}
