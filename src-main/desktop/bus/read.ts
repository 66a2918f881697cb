import { alignmentOf, parseSignature, variant, type WireType } from './signature.ts';

export type Reader = {
  readonly view: DataView;
  readonly littleEndian: boolean;
  /** Steps over so many bytes; returns where they begin. */
  step(alignment: number, size: number): number;
  position(): number;
  byte(): number;
  word(): number;
  text(size: number): string;
};

/** Values out of bytes that a bus has passed on. Throws where they are not what the signature says. */
export function readValues(signature: string, bytes: Buffer, littleEndian: boolean): unknown[] {
  const reader = createReader(bytes, littleEndian);
  return parseSignature(signature).map((type) => readValue(reader, type));
}

/** Steps through the bytes of one message. */
export function createReader(bytes: Buffer, littleEndian: boolean): Reader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;

  function step(alignment: number, size: number): number {
    const begin = Math.ceil(at / alignment) * alignment;
    at = begin + size;
    if (at > bytes.length) throw new RangeError('a D-Bus message is shorter than it says');
    return begin;
  }

  return {
    view,
    littleEndian,
    step,
    position: () => at,
    byte: () => view.getUint8(step(1, 1)),
    word: () => view.getUint32(step(4, 4), littleEndian),
    text(size: number) {
      const begin = step(1, size + 1);
      return bytes.toString('utf8', begin, begin + size);
    },
  };
}

const READERS: Readonly<Record<string, (from: Reader, type: WireType) => unknown>> = {
  y: (from) => from.byte(),
  b: (from) => from.word() !== 0,
  n: (from) => from.view.getInt16(from.step(2, 2), from.littleEndian),
  q: (from) => from.view.getUint16(from.step(2, 2), from.littleEndian),
  i: (from) => from.view.getInt32(from.step(4, 4), from.littleEndian),
  u: (from) => from.word(),
  h: (from) => from.word(),
  x: (from) => from.view.getBigInt64(from.step(8, 8), from.littleEndian),
  t: (from) => from.view.getBigUint64(from.step(8, 8), from.littleEndian),
  d: (from) => from.view.getFloat64(from.step(8, 8), from.littleEndian),
  s: (from) => from.text(from.word()),
  o: (from) => from.text(from.word()),
  g: (from) => from.text(from.byte()),
  v: (from) => readVariant(from),
  // An array has one type inside: flattened is the list of arrays, not what is in them.
  a: (from, { inside }) => inside.flatMap((type) => readArray(from, type)),
  '(': (from, type) => readParts(from, type),
  '{': (from, type) => readParts(from, type),
};

export function readValue(from: Reader, type: WireType): unknown {
  return READERS[type.code]?.(from, type);
}

function readVariant(from: Reader) {
  const signature = from.text(from.byte());
  const [type, more] = parseSignature(signature);
  if (type === undefined || more !== undefined) throw new TypeError('a variant has one value');
  return variant(signature, readValue(from, type));
}

function readArray(from: Reader, type: WireType): readonly unknown[] {
  const size = from.word();
  const end = from.step(alignmentOf(type), 0) + size;
  const values: unknown[] = [];
  while (from.position() < end) values.push(readValue(from, type));
  return values;
}

function readParts(from: Reader, { inside }: WireType): readonly unknown[] {
  from.step(8, 0);
  return inside.map((type) => readValue(from, type));
}
