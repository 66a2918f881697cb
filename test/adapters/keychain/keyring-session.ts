import { createTimers } from '../../../src-main/adapters/clock/long-timers.ts';
import { createSystemKeychain } from '../../../src-main/adapters/keychain/system-keychain.ts';
import { waitForName } from '../../support/desktop-session/bus-client.ts';
import { type Environment, startKeyring } from '../../support/desktop-session/daemons.ts';

/**
 * Run within a D-Bus session of its own, because keytar looks for the keyring of its process:
 * starts a keyring as the first argument says, goes through the steps, prints the answers as JSON.
 */
const [keyring, ...steps] = process.argv.slice(2);

async function main(): Promise<void> {
  const env = process.env as Environment;
  const daemon = keyring === 'none' ? undefined : startKeyring(env, keyring === 'unlocked');
  if (daemon !== undefined) {
    await waitForName(process.env['DBUS_SESSION_BUS_ADDRESS'] ?? '', 'org.freedesktop.secrets');
  }
  const keychain = createSystemKeychain(createTimers());
  const answers: unknown[] = [];
  for (const step of steps) {
    if (step === 'read') answers.push(await keychain.read());
    else if (step === 'remove') answers.push(await keychain.remove());
    else answers.push(await keychain.write({ kind: 'key', key: step }));
  }
  process.stdout.write(JSON.stringify(answers));
  daemon?.kill();
}

await main();
