import type { AccountView, Snapshot } from '#contract';
import { errorWords, type ErrorWords } from './errors.ts';

type Connected = Extract<AccountView, { state: 'connected' }>;

/** Something the person should know, and the one thing that mends it. */
export type Banner = {
  readonly id: string;
  readonly words: ErrorWords;
  readonly action: 'unlock' | 'reconnect' | undefined;
};

const secretWords: Readonly<Record<Connected['secret'], string>> = {
  keychain: 'in the keychain of this computer',
  memory: 'in memory, until Stint quits',
  locked: 'in the keychain, which is locked',
  missing: 'not found in the keychain',
  'none-needed': 'none needed',
};

export function whereTheSecretIs(account: Connected): string {
  return secretWords[account.secret];
}

const keptMeanwhile = 'What you track is kept on this computer meanwhile.';

function accountBanner(account: Connected): Banner | undefined {
  if (account.keyRefused) {
    const words = {
      happened: 'Toggl Focus no longer accepts your key.',
      data: keptMeanwhile,
      next: 'Connect again with a new one.',
    };
    return { id: 'key-refused', words, action: 'reconnect' };
  }
  if (account.secret === 'locked') {
    const words = {
      happened: 'Your keychain is locked, so Stint cannot read your key.',
      data: keptMeanwhile,
      next: 'Unlock it, and Stint goes on.',
    };
    return { id: 'keychain-locked', words, action: 'unlock' };
  }
  if (account.secret === 'missing') {
    const words = {
      happened: 'Your key is no longer in the keychain.',
      data: keptMeanwhile,
      next: 'Connect again to send it.',
    };
    return { id: 'keychain-missing', words, action: 'reconnect' };
  }
  if (account.secret === 'memory') {
    const words = {
      happened: 'The keychain could not take your key.',
      data: 'It is held in memory, never on disk, and is gone when Stint quits.',
      next: 'With a keychain running, connect again to keep it.',
    };
    return { id: 'keychain-absent', words, action: 'reconnect' };
  }
  return undefined;
}

/** All banners of a snapshot; a notice that says the same as the account's state is left out. */
export function banners({ account, notice, settings }: Snapshot): readonly Banner[] {
  const found: Banner[] = [];
  const ofAccount = account.state === 'connected' ? accountBanner(account) : undefined;
  if (ofAccount !== undefined) found.push(ofAccount);
  if (notice !== undefined && notice.kind !== ofAccount?.id) {
    found.push({ id: notice.kind, words: errorWords(notice, settings.hours), action: undefined });
  }
  return found;
}
