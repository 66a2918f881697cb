import { crc32, deflateSync, inflateSync } from 'node:zlib';

export type Picture = {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel: red, green, blue, alpha. */
  readonly rgba: Buffer;
};

export const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** One part of a PNG file: length, four letters, data, checksum. */
export function frameChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

export function encodePng({ width, height, rgba }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits a channel, RGBA, no interlacing
  const row = width * 4;
  const filtered = Buffer.alloc(height * (row + 1)); // each row begins with 0: no filter
  for (let y = 0; y < height; y++) rgba.copy(filtered, y * (row + 1) + 1, y * row, (y + 1) * row);
  return Buffer.concat([
    PNG_SIGNATURE,
    frameChunk('IHDR', header),
    frameChunk('IDAT', deflateSync(filtered)),
    frameChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Bytes a pixel by the PNG's colour type, 8 bits a channel: RGB and RGBA. */
const CHANNELS: ReadonlyMap<number, number> = new Map([
  [2, 3],
  [6, 4],
]);

/** Reads what screenshots are written as: 8 bits a channel, RGB or RGBA, no interlacing. */
export function decodePng(file: Buffer): Picture {
  const header = file.subarray(PNG_SIGNATURE.length + 8);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = CHANNELS.get(header.readUInt8(9));
  if (channels === undefined) throw new Error('a PNG of a kind that nothing here writes');
  const rows = unfilter(inflateSync(dataOf(file)), width * channels, channels);
  const rgba = Buffer.alloc(width * height * 4, 0xff);
  for (let pixel = 0; pixel < width * height; pixel++) {
    rows.copy(rgba, pixel * 4, pixel * channels, (pixel + 1) * channels);
  }
  return { width, height, rgba };
}

function dataOf(file: Buffer): Buffer {
  const data: Buffer[] = [];
  for (let at = PNG_SIGNATURE.length; at < file.length;) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') data.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(data);
}

/** Each row begins with how it differs from what is left of it and above it (PNG, section 9). */
function unfilter(filtered: Buffer, row: number, channels: number): Buffer {
  const height = filtered.length / (row + 1);
  const rows = Buffer.alloc(row * height);
  // One pixel wider: left of the first pixel there is nothing, nor above the first row.
  let above = new Uint8Array(channels + row);
  for (let y = 0; y < height; y++) {
    const at = y * (row + 1);
    const current = new Uint8Array(channels + row);
    current.set(filtered.subarray(at + 1, at + 1 + row), channels);
    addForetold(filtered.readUInt8(at), { current, above, channels });
    rows.set(current.subarray(channels), y * row);
    above = current;
  }
  return rows;
}

type Rows = {
  readonly current: Uint8Array;
  readonly above: Uint8Array;
  readonly channels: number;
};

function addForetold(filter: number, { current, above, channels }: Rows): void {
  if (filter === 0) return;
  for (let x = channels; x < current.length; x++) {
    const [left, up] = [current[x - channels] ?? 0, above[x] ?? 0];
    const guess = foretold(filter, left, up, above[x - channels] ?? 0);
    current[x] = (current[x] ?? 0) + guess;
  }
}

function foretold(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const guess = left + above - corner;
  const [toLeft, toAbove] = [Math.abs(guess - left), Math.abs(guess - above)];
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
