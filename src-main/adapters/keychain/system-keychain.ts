import type { Keychain, Timers } from '../../app/ports.ts';
import { createKeychain } from './keychain.ts';
import { loadKeytar } from './keytar-port.ts';
import { askSecretService } from './secret-service.ts';

/** The keychain of this machine. macOS and Windows say themselves when an entry is shut. */
export function createSystemKeychain(timers: Timers): Keychain {
  const askIfShut = process.platform === 'linux' ? askSecretService : () => Promise.resolve(false);
  return createKeychain({ load: loadKeytar, askIfShut, timers });
}
