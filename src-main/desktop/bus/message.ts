import { createReader, readValue, readValues } from './read.ts';
import { parseSignature, variant, type Variant, type WireType } from './signature.ts';
import { writeValues } from './write.ts';

export const KIND = { call: 1, answer: 2, error: 3, signal: 4 } as const;
export const FLAG = { noAnswer: 1, noStart: 2 } as const;

/** What a message says besides its values (D-Bus specification, "Header Fields"). */
export type Heading = {
  readonly path?: string | undefined;
  readonly interface?: string | undefined;
  readonly member?: string | undefined;
  readonly errorName?: string | undefined;
  readonly answerTo?: number | undefined;
  readonly destination?: string | undefined;
  readonly sender?: string | undefined;
  readonly signature?: string | undefined;
};

export type Message = Heading & {
  readonly kind: number;
  readonly flags: number;
  readonly serial: number;
  readonly body: readonly unknown[];
};

const FIELDS = [
  [1, 'path', 'o'],
  [2, 'interface', 's'],
  [3, 'member', 's'],
  [4, 'errorName', 's'],
  [5, 'answerTo', 'u'],
  [6, 'destination', 's'],
  [7, 'sender', 's'],
  [8, 'signature', 'g'],
] as const;
const FIXED = 'yyyyuu';
const FIELD_TYPES = parseSignature('a(yv)') as readonly [WireType];
const LITTLE = 'l'.charCodeAt(0);
const VERSION = 1;
/** Of the specification. */
const MOST_BYTES = 2 ** 27;

export function encodeMessage(message: Message): Buffer {
  const { kind, flags, serial, body, signature = '' } = message;
  const values = writeValues(signature, body);
  const fields = FIELDS.flatMap(([code, name, type]) =>
    message[name] === undefined || message[name] === ''
      ? []
      : [[code, variant(type, message[name])]],
  );
  const head = [LITTLE, kind, flags, VERSION, values.length, serial, fields];
  const heading = writeValues(`${FIXED}a(yv)`, head);
  const gap = Buffer.alloc(padded(heading.length) - heading.length);
  return Buffer.concat([heading, gap, values]);
}

/** How many bytes the first message has, undefined where not enough of it is there to tell. */
export function lengthOfMessage(bytes: Buffer): number | 'too long' | undefined {
  if (bytes.length < 16) return undefined;
  const little = bytes[0] === LITTLE;
  const word = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const length = padded(16 + word(12)) + word(4);
  return length > MOST_BYTES ? 'too long' : length;
}

/** Of the bytes of one message, all of them; undefined where they say nothing that can be understood. */
export function decodeMessage(bytes: Buffer): Message | undefined {
  try {
    return decode(bytes);
  } catch {
    return undefined;
  }
}

function decode(bytes: Buffer): Message {
  const little = bytes[0] === LITTLE;
  const reader = createReader(bytes, little);
  const [, kind, flags, , , serial] = parseSignature(FIXED).map((type) =>
    readValue(reader, type),
  ) as number[];
  const fields = readValue(reader, FIELD_TYPES[0]) as readonly (readonly [number, Variant])[];
  const given = new Map(fields.map(([code, { value }]) => [code, value]));
  const heading: Heading = Object.fromEntries(
    FIELDS.map(([code, name]) => [name, given.get(code)]),
  );
  const body = bytes.subarray(padded(reader.position()));
  return {
    ...heading,
    kind: kind ?? 0,
    flags: flags ?? 0,
    serial: serial ?? 0,
    body: readValues(heading.signature ?? '', body, little),
  };
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}
