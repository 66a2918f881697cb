import { crc32, deflateSync } from 'node:zlib';

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
