import type { Connection } from '../../bus/connection.ts';
import type { Message } from '../../bus/message.ts';
import type { BusObject, Method } from './bus-object.ts';
import { introspectionOf } from './introspection.ts';
import { variant, type Variant } from '../../bus/signature.ts';

export const PROPERTIES = 'org.freedesktop.DBus.Properties';

/** A call that cannot be carried out as it was made, by the name of its error. */
export class Refusal extends Error {
  readonly errorName: string;
  constructor(errorName: string, text: string) {
    super(text);
    this.errorName = `org.freedesktop.DBus.Error.${errorName}`;
  }
}

/** Answers a call, with an error where it is none that the objects know. Never throws. */
export function answerCall(
  connection: Pick<Connection, 'answer' | 'refuse'>,
  objects: readonly BusObject[],
  call: Message,
): void {
  try {
    const { method, args } = find(objects, call);
    connection.answer(call, method.gives, method.run(args));
  } catch (error) {
    const name = error instanceof Refusal ? error.errorName : 'org.freedesktop.DBus.Error.Failed';
    connection.refuse(call, name, error instanceof Error ? error.message : 'it went wrong');
  }
}

function find(objects: readonly BusObject[], call: Message) {
  const object = objects.find(({ path }) => path === call.path);
  if (object === undefined) throw new Refusal('UnknownObject', `nothing is at ${call.path ?? ''}`);
  const method = methodsOf(object, call.interface).get(call.member ?? '');
  if (method === undefined) throw new Refusal('UnknownMethod', `no method ${call.member ?? ''}`);
  if ((call.signature ?? '') !== method.takes) {
    throw new Refusal('InvalidArgs', `${call.member ?? ''} takes (${method.takes})`);
  }
  return { method, args: call.body };
}

/** A call need not name its interface. */
function methodsOf(object: BusObject, named: string | undefined): ReadonlyMap<string, Method> {
  const faces: readonly (readonly [string, Readonly<Record<string, Method>>])[] = [
    [object.interface, object.methods],
    [PROPERTIES, propertyMethods(object)],
    [
      'org.freedesktop.DBus.Introspectable',
      { Introspect: { takes: '', gives: 's', run: () => [introspectionOf(object)] } },
    ],
    ['org.freedesktop.DBus.Peer', { Ping: { takes: '', gives: '', run: () => [] } }],
  ];
  return new Map(
    faces
      .filter(([face]) => named === undefined || named === face)
      .flatMap(([, methods]) => Object.entries(methods)),
  );
}

function propertyMethods(object: BusObject): Readonly<Record<string, Method>> {
  const of = (face: unknown, asked?: string) =>
    face === object.interface || face === '' ? object.properties(asked) : {};
  return {
    Get: {
      takes: 'ss',
      gives: 'v',
      run([face, name]) {
        const value = new Map(Object.entries(of(face, String(name)))).get(String(name));
        if (value === undefined) throw new Refusal('UnknownProperty', `no ${String(name)}`);
        return [value];
      },
    },
    GetAll: { takes: 's', gives: 'a{sv}', run: ([face]) => [Object.entries(of(face))] },
    Set: {
      takes: 'ssv',
      gives: '',
      run([, name]) {
        throw new Refusal('PropertyReadOnly', `${String(name)} is for reading`);
      },
    },
  };
}

export const text = (value: string): Variant => variant('s', value);
