import type { AccountView } from '#contract';

type Connected = Extract<AccountView, { state: 'connected' }>;

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

/** Before a key is typed: whose it is to be, and that it goes nowhere else. */
export function otherHostWords(host: string): string {
  return (
    `STINT_API_URL leads Stint to ${host} instead of Toggl Focus. ` +
    `A key that you type here goes to ${host} and nowhere else, and one of Toggl Focus never goes there.`
  );
}
