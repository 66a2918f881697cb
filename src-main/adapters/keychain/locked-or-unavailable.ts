/**
 * keytar passes on the words of the system and no code, so words are all there is to go by. These
 * mean that a keychain is there and stayed shut; any other failure means that there is none to use.
 */
const LOCKED: readonly RegExp[] = [
  /locked collection/i, // libsecret, a write after the prompt was refused
  /\bis locked\b/i, // KWallet and KeePassXC
  /prompt was dismissed/i, // libsecret
  /user canceled the operation/i, // macOS, errSecUserCanceled
  /user interaction is not allowed/i, // macOS, errSecInteractionNotAllowed
  /passphrase you entered is not correct/i, // macOS, errSecAuthFailed
];

export function readKeychainFailure(thrown: unknown): 'locked' | 'unavailable' {
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  return LOCKED.some((pattern) => pattern.test(words)) ? 'locked' : 'unavailable';
}
