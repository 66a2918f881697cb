import type { Keychain, SecretWrite, Timers } from '../../app/ports/ports.ts';
import type { Keytar } from './load-keytar.ts';
import { decodeSecret, encodeSecret } from './encode-secret.ts';
import type { AskIfShut } from './is-secret-service-locked.ts';
import { LONGEST_UNLOCK_PROMPT_MS } from './longest-unlock-prompt.ts';
import { createOneAtATime, type IsAwaited } from './one-call-at-a-time.ts';

const SERVICE = 'Stint';
const AT_TOGGL = 'Toggl Focus';

export type KeychainPorts = {
  /** Called at first use, and again after a failure. */
  readonly load: () => Promise<Keytar>;
  readonly askIfShut: AskIfShut;
  readonly timers: Timers;
  /** The host that the secret is for, where it is not Toggl's own: it has an entry of its own then. */
  readonly otherHost?: string | undefined;
  /** Another longest wait for a call than that of an unlock prompt. */
  readonly limitMs?: number | undefined;
};

type Raw =
  { readonly state: 'found'; readonly text: string } | { readonly state: 'absent' | 'locked' };

/** The keychain of the system through keytar: one entry a host, service `Stint`, account `Toggl Focus` or the host. */
export function createKeychain(ports: KeychainPorts): Keychain {
  const { load, askIfShut, otherHost: account = AT_TOGGL } = ports;
  const inTurn = createOneAtATime(ports.timers, ports.limitMs ?? LONGEST_UNLOCK_PROMPT_MS);

  async function readRaw(): Promise<Raw> {
    const keytar = await load();
    const text = await keytar.getPassword(SERVICE, account);
    if (text !== null) return { state: 'found', text };
    const shut = await askIfShut({ service: SERVICE, account });
    return { state: shut ? 'locked' : 'absent' };
  }

  async function writeRaw(text: string, isAwaited: IsAwaited): Promise<SecretWrite> {
    const before = await readRaw();
    if (before.state === 'locked' || !isAwaited()) return 'locked';
    const keytar = await load();
    await keytar.setPassword(SERVICE, account, text);
    if ((await keytar.getPassword(SERVICE, account)) === text) return 'kept';
    // A keychain that does not keep what it is given: put back what was there.
    if (before.state === 'found') await keytar.setPassword(SERVICE, account, before.text);
    else await keytar.deletePassword(SERVICE, account);
    return 'unavailable';
  }

  /** libsecret answers a delete in a locked collection as it answers one of nothing, so look first. */
  async function removeRaw(isAwaited: IsAwaited): Promise<SecretWrite> {
    const before = await readRaw();
    if (before.state === 'locked' || !isAwaited()) return 'locked';
    if (before.state === 'absent') return 'kept';
    const keytar = await load();
    await keytar.deletePassword(SERVICE, account);
    const after = await readRaw();
    if (after.state === 'absent') return 'kept';
    return after.state === 'locked' ? 'locked' : 'unavailable';
  }

  return {
    read: async () => {
      const raw = await inTurn<Raw | { readonly state: 'unavailable' }>(readRaw, (state) => ({
        state,
      }));
      if (raw.state !== 'found') return raw;
      // What Stint did not write is no secret of Stint's; it stays until a person connects anew.
      const credential = decodeSecret(raw.text);
      return credential === undefined ? { state: 'absent' } : { state: 'found', credential };
    },
    write: (credential) =>
      inTurn((isAwaited) => writeRaw(encodeSecret(credential), isAwaited), same),
    remove: () => inTurn(removeRaw, same),
  };
}

function same(failure: SecretWrite): SecretWrite {
  return failure;
}
