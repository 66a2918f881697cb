import type { AccountView, Snapshot } from '#contract';

export type Trouble = 'away' | 'key' | 'refused' | 'conflict' | 'question';

/** What a person is told outside of the popup. Nothing of what they typed is in it: lock screens show it. */
export type Notification = {
  readonly about: Trouble;
  readonly title: string;
  readonly body: string;
};

const KEPT = 'It is kept on this computer. Open Stint';

/** What has come between two snapshots that waits for the person; undefined for all that goes its way, or went well. */
export function whatToNotify(before: Snapshot, now: Snapshot): Notification | undefined {
  // After a crash it is asked with the account's first snapshot.
  if (now.away.length > before.away.length) {
    const body = 'The timer ran on meanwhile. Open Stint to say what that time was.';
    return { about: 'away', title: 'Was that time your work?', body };
  }
  if (!isSameAccount(before.account, now.account)) return undefined;
  if (keyRefused(now.account) && !keyRefused(before.account)) {
    const body = 'What you track is kept on this computer. Open Stint to enter a new key.';
    return { about: 'key', title: 'Toggl Focus refused the key', body };
  }
  const [was, is] = [before.sync, now.sync];
  if (is.rejected > was.rejected) {
    const title = `${counted(is.rejected)} refused by Toggl Focus`;
    return { about: 'refused', title, body: `${KEPT} to see why.` };
  }
  if (is.conflicts > was.conflicts) {
    const title = `${counted(is.conflicts)} changed here and in Toggl Focus`;
    return { about: 'conflict', title, body: `${KEPT} to choose what holds.` };
  }
  if (is.questions > was.questions) {
    const title = `${counted(is.questions)} perhaps in Toggl Focus already`;
    return { about: 'question', title, body: `${KEPT} to say which it is.` };
  }
  return undefined;
}

function isSameAccount(before: AccountView, now: AccountView): boolean {
  if (before.state === 'none' || now.state === 'none') return false;
  return (
    before.kind === now.kind &&
    before.organizationId === now.organizationId &&
    before.workspaceId === now.workspaceId
  );
}

function keyRefused(account: AccountView): boolean {
  return account.state === 'connected' && account.keyRefused;
}

function counted(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`;
}
