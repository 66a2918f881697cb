import type { EventEmitter } from 'node:events';
import type { MessageLike, Variant } from '@jellybrick/dbus-next';
import { addressOfBus } from './bus-address.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Whether a keychain that answered "nothing there" is in truth shut. Rejects where it cannot be asked. */
export type AskIfShut = (attributes: Attributes) => Promise<boolean>;

type Call = (
  path: string,
  face: string,
  member: string,
  args: readonly [signature: string, ...body: unknown[]],
) => Promise<readonly unknown[]>;

const ROOT = '/org/freedesktop/secrets';
const SERVICE = 'org.freedesktop.Secret.Service';
const COLLECTION = 'org.freedesktop.Secret.Collection';
const PROPERTIES = 'org.freedesktop.DBus.Properties';

/**
 * Asks the Secret Service of a Linux desktop, without a prompt: it lists matching items that are
 * locked, and tells of the collection that new secrets go to. libsecret itself reports a lookup
 * whose unlock prompt was refused as "not found".
 * Source: Secret Service API 0.2, methods SearchItems and ReadAlias.
 */
export async function askSecretService(attributes: Attributes): Promise<boolean> {
  const { Message, sessionBus } = await import('@jellybrick/dbus-next');
  const bus = sessionBus(addressOfBus());
  // A connection that fails leaves the calls waiting, and tells only here.
  const broken = new Promise<never>((_, reject) => {
    (bus as EventEmitter).on('error', reject);
  });
  const send = async (fields: MessageLike): Promise<readonly unknown[]> =>
    (await Promise.race([bus.call(new Message(fields)), broken]))?.body ?? [];
  try {
    return await isShut(attributes, (path, face, member, [signature, ...body]) =>
      send({
        destination: 'org.freedesktop.secrets',
        path,
        interface: face,
        member,
        signature,
        body,
      }),
    );
  } finally {
    bus.disconnect();
  }
}

async function isShut(attributes: Attributes, call: Call): Promise<boolean> {
  const [, locked] = await call(ROOT, SERVICE, 'SearchItems', ['a{ss}', attributes]);
  if (Array.isArray(locked) && locked.length > 0) return true;
  const [collection] = await call(ROOT, SERVICE, 'ReadAlias', ['s', 'default']);
  // "/" is the answer for "there is none yet".
  if (typeof collection !== 'string' || collection === '/') return false;
  const [shut] = await call(collection, PROPERTIES, 'Get', ['ss', COLLECTION, 'Locked']);
  return (shut as Variant<boolean>).value;
}
