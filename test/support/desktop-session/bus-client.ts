import { Message, sessionBus, Variant, type MessageBus } from '@jellybrick/dbus-next';
import { z } from 'zod';
import { until, within } from '../until.ts';

/** Whom a call goes to. */
export type Address = {
  readonly service: string;
  readonly path: string;
  readonly interface: string;
};

/** A panel gives up after 25 s; what answers so late has failed long before. */
const ANSWER_MS = 20_000;

const busItself: Address = {
  service: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

export async function call(
  bus: MessageBus,
  to: Address,
  member: string,
  args: { readonly signature: string; readonly body: readonly unknown[] } = {
    signature: '',
    body: [],
  },
): Promise<readonly unknown[]> {
  const message = new Message({
    destination: to.service,
    path: to.path,
    interface: to.interface,
    member,
    signature: args.signature,
    body: [...args.body],
  });
  const answer = await within(ANSWER_MS, bus.call(message)).catch((cause: unknown) => {
    throw new Error(`${member} of ${to.service}${to.path} failed: ${String(cause)}`, { cause });
  });
  return answer?.body ?? [];
}

/** Has the bus pass on the signals that fit the rule. */
export async function subscribe(bus: MessageBus, rule: string): Promise<void> {
  await call(bus, busItself, 'AddMatch', { signature: 's', body: [rule] });
}

async function hasOwner(bus: MessageBus, name: string): Promise<boolean> {
  const [owned] = await call(bus, busItself, 'NameHasOwner', { signature: 's', body: [name] });
  return owned === true;
}

export async function waitForName(busAddress: string, name: string): Promise<void> {
  const bus = sessionBus({ busAddress });
  try {
    await until(() => hasOwner(bus, name), `${name} is on the session bus`);
  } finally {
    bus.disconnect();
  }
}

/** The value of a D-Bus variant, whatever it is; variants within it stay. */
export function valueOf(variant: unknown): unknown {
  return variant instanceof Variant ? variant.value : variant;
}

const dictionary = z.record(z.string(), z.unknown());

/** An `a{sv}` as a plain object of values. */
export function valuesOf(body: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(dictionary.parse(body)).map(([key, variant]) => [key, valueOf(variant)]),
  );
}
