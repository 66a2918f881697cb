import { alignmentOf, parseSignature, type Variant, type WireType } from './signature.ts';

/** Bytes as D-Bus has them, little endian, each value at a multiple of its alignment. */
export function writeValues(signature: string, values: readonly unknown[]): Buffer {
  const types = parseSignature(signature);
  if (types.length !== values.length) {
    throw new TypeError(`"${signature}" is not the signature of ${values.length} values`);
  }
  const room = createRoom();
  types.forEach((type, index) => writeValue(room, type, values[index]));
  return room.written();
}

type Room = ReturnType<typeof createRoom>;

/** Bytes that grow. */
function createRoom() {
  let bytes = Buffer.alloc(256);
  let length = 0;

  /** So many more bytes, zero all of them; returns where they begin. */
  function take(alignment: number, size: number): number {
    const begin = Math.ceil(length / alignment) * alignment;
    if (begin + size > bytes.length) {
      const larger = Buffer.alloc(Math.max(bytes.length * 2, begin + size));
      bytes.copy(larger, 0, 0, length);
      bytes = larger;
    }
    length = begin + size;
    return begin;
  }

  function setNumber(at: number, value: number, size: 1 | 4): void {
    bytes.writeUIntLE(value, at, size);
  }

  return {
    take,
    setNumber,
    number: (value: number, size: 1 | 4) => setNumber(take(size, size), value, size),
    raw(value: Buffer) {
      const at = take(1, value.length);
      value.copy(bytes, at);
    },
    length: () => length,
    written: () => bytes.subarray(0, length),
  };
}

const WRITERS: Readonly<Record<string, (room: Room, type: WireType, value: unknown) => void>> = {
  y: (room, _type, value) => room.number(value as number, 1),
  u: (room, _type, value) => room.number(value as number, 4),
  i: (room, _type, value) => room.number((value as number) >>> 0, 4),
  b: (room, _type, value) => room.number(value === true ? 1 : 0, 4),
  s: (room, _type, value) => writeText(room, value as string, 4),
  o: (room, _type, value) => writeText(room, value as string, 4),
  g: (room, _type, value) => writeText(room, value as string, 1),
  v: (room, _type, value) => writeVariant(room, value as Variant),
  a: (room, { inside }, value) => writeArray(room, inside, value),
  '(': (room, type, value) => writeParts(room, type, value as readonly unknown[]),
  '{': (room, type, value) => writeParts(room, type, value as readonly unknown[]),
};

function writeValue(room: Room, type: WireType, value: unknown): void {
  const write = WRITERS[type.code];
  if (write === undefined) throw new TypeError(`Stint sends nothing of the type ${type.code}`);
  write(room, type, value);
}

function writeText(room: Room, value: string, lengthBytes: 1 | 4): void {
  // A bus throws out whoever sends a text with a zero inside.
  const bytes = Buffer.from(`${value.replaceAll('\0', '')}\0`);
  room.number(bytes.length - 1, lengthBytes);
  room.raw(bytes);
}

function writeVariant(room: Room, { signature, value }: Variant): void {
  writeText(room, signature, 1);
  for (const type of parseSignature(signature)) writeValue(room, type, value);
}

function writeArray(room: Room, inside: WireType['inside'], value: unknown): void {
  const counted = room.take(4, 4);
  for (const type of inside) {
    // The bytes up to the first element belong to no length, even where there is no element.
    const begin = room.take(alignmentOf(type), 0);
    if (Buffer.isBuffer(value)) room.raw(value);
    else for (const element of value as readonly unknown[]) writeValue(room, type, element);
    room.setNumber(counted, room.length() - begin, 4);
  }
}

function writeParts(room: Room, { inside }: WireType, values: readonly unknown[]): void {
  room.take(8, 0);
  inside.forEach((type, index) => writeValue(room, type, values[index]));
}
