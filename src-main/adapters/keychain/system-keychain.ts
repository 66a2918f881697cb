import type { Keychain, Timers } from '../../app/ports/ports.ts';
import { createKeychain } from './keytar-keychain.ts';
import { loadKeytar } from './load-keytar.ts';
import { askSecretService } from './is-secret-service-locked.ts';

/** The keychain of this machine. macOS and Windows say themselves when an entry is shut. */
export function createSystemKeychain(timers: Timers, otherHost?: string): Keychain {
  const askIfShut = process.platform === 'linux' ? askSecretService : () => Promise.resolve(false);
  return createKeychain({ load: loadKeytar, askIfShut, timers, otherHost });
}
