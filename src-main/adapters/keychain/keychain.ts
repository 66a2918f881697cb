import type { Keychain, SecretRead, Timers } from '../../app/ports.ts';
import type { Keytar } from './keytar-port.ts';
import { decodeSecret, encodeSecret } from './secret-text.ts';
import type { AskIfShut } from './secret-service.ts';
import { createTurns } from './turns.ts';

const SERVICE = 'Stint';
const ACCOUNT = 'Toggl Focus';

export type KeychainPorts = {
  /** Called at first use, and again after a failure. */
  readonly load: () => Promise<Keytar>;
  readonly askIfShut: AskIfShut;
  readonly timers: Timers;
  /** How long a call may wait, mostly for a person at an unlock prompt. Then it counts as locked. */
  readonly limitMs?: number | undefined;
};

type Raw =
  | { readonly state: 'found'; readonly text: string }
  | Exclude<SecretRead, { readonly state: 'found' }>;

type Shut = 'locked' | 'unavailable';

/** The keychain of the system through keytar: one entry, service `Stint`, account `Toggl Focus`. */
export function createKeychain(ports: KeychainPorts): Keychain {
  const { load, askIfShut } = ports;
  const inTurn = createTurns(ports.timers, ports.limitMs ?? 30_000);

  async function readRaw(): Promise<Raw> {
    const keytar = await load();
    const text = await keytar.getPassword(SERVICE, ACCOUNT);
    if (text !== null) return { state: 'found', text };
    const shut = await askIfShut({ service: SERVICE, account: ACCOUNT });
    return { state: shut ? 'locked' : 'absent' };
  }

  async function writeRaw(text: string): Promise<'kept' | Shut> {
    const before = await readRaw();
    if (before.state === 'locked' || before.state === 'unavailable') return before.state;
    const keytar = await load();
    await keytar.setPassword(SERVICE, ACCOUNT, text);
    if ((await keytar.getPassword(SERVICE, ACCOUNT)) === text) return 'kept';
    if (before.state === 'found') await keytar.setPassword(SERVICE, ACCOUNT, before.text);
    return 'unavailable';
  }

  /** libsecret answers a delete in a locked collection as it answers one of nothing, so look first. */
  async function removeRaw(): Promise<'kept' | Shut> {
    const before = await readRaw();
    if (before.state === 'locked' || before.state === 'unavailable') return before.state;
    if (before.state === 'absent') return 'kept';
    const keytar = await load();
    await keytar.deletePassword(SERVICE, ACCOUNT);
    const after = await readRaw();
    if (after.state === 'absent') return 'kept';
    return after.state === 'locked' ? 'locked' : 'unavailable';
  }

  return {
    read: async () => {
      const raw = await inTurn<Raw>(readRaw, (failure) => ({ state: failure }));
      if (raw.state !== 'found') return raw;
      const credential = decodeSecret(raw.text);
      return credential === undefined ? { state: 'absent' } : { state: 'found', credential };
    },
    write: (credential) => inTurn(() => writeRaw(encodeSecret(credential)), sameWord),
    remove: () => inTurn(removeRaw, sameWord),
  };
}

function sameWord(failure: Shut): Shut {
  return failure;
}
