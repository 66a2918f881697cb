import { sessionBus, Variant, type MessageBus } from '@jellybrick/dbus-next';
import { z } from 'zod';
import { call, type Address } from './bus-client.ts';
import { KEYRING_PASSWORD } from './daemons.ts';

/** The session's keyring as another program of the desktop reaches it. */
export type Keyring = {
  /** Every secret that is kept for the service and account, in clear; none while the keyring is locked. */
  secretsOf(service: string, account: string): Promise<readonly string[]>;
  lock(): Promise<void>;
  /** As its owner does, with the password that the session gave it. */
  unlock(): Promise<void>;
};

const SERVICE: Address = {
  service: 'org.freedesktop.secrets',
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
};
/** The one way to unlock without a window, made for tests and for the login. */
const UNLOCKING = {
  ...SERVICE,
  interface: 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface',
};

const paths = z.array(z.string());
// (session, parameters, value, content type)
const secret = z.tuple([z.string(), z.unknown(), z.instanceof(Buffer), z.string()]);

async function openSession(bus: MessageBus): Promise<string> {
  const body = ['plain', new Variant('s', '')];
  const [, session] = await call(bus, SERVICE, 'OpenSession', { signature: 'sv', body });
  return z.string().parse(session);
}

async function defaultCollection(bus: MessageBus): Promise<string> {
  const [path] = await call(bus, SERVICE, 'ReadAlias', { signature: 's', body: ['default'] });
  return z.string().parse(path);
}

async function readSecrets(
  bus: MessageBus,
  attributes: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const session = await openSession(bus);
  const wanted = { signature: 'a{ss}', body: [attributes] };
  const [unlocked] = await call(bus, SERVICE, 'SearchItems', wanted);
  const secrets: string[] = [];
  for (const path of paths.parse(unlocked)) {
    const item = { ...SERVICE, path, interface: 'org.freedesktop.Secret.Item' };
    const [found] = await call(bus, item, 'GetSecret', { signature: 'o', body: [session] });
    secrets.push(secret.parse(found)[2].toString('utf8'));
  }
  return secrets;
}

/** Each call opens and ends a connection of its own. */
export function createKeyring(busAddress: string): Keyring {
  async function onBus<T>(work: (bus: MessageBus) => Promise<T>): Promise<T> {
    const bus = sessionBus({ busAddress });
    try {
      return await work(bus);
    } finally {
      bus.disconnect();
    }
  }

  return {
    secretsOf: (service, account) => onBus((bus) => readSecrets(bus, { service, account })),
    lock: () =>
      onBus(async (bus) => {
        const body = [[await defaultCollection(bus)]];
        await call(bus, SERVICE, 'Lock', { signature: 'ao', body });
      }),
    unlock: () =>
      onBus(async (bus) => {
        const given = [
          await openSession(bus),
          Buffer.alloc(0),
          Buffer.from(KEYRING_PASSWORD),
          'text/plain',
        ];
        const body = [await defaultCollection(bus), given];
        await call(bus, UNLOCKING, 'UnlockWithMasterPassword', { signature: 'o(oayays)', body });
      }),
  };
}
