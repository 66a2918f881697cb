import { existsSync, readFileSync } from 'node:fs';

/** Every database of Stint's has pages of this size, SQLite's default. */
export const PAGE_BYTES = 4096;

const WAL_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const FRAME_BYTES = FRAME_HEADER_BYTES + PAGE_BYTES;
const BIG_ENDIAN_MAGIC = 0x377f0683;
const LITTLE_ENDIAN_MAGIC = 0x377f0682;

type Frame = {
  readonly page: number;
  /** The last of its transaction. */
  readonly commits: boolean;
  readonly data: Buffer;
  /** By its checksum, which goes on from the one that stands in the frame before. */
  readonly intact: boolean;
};

/**
 * The pages of a database as they were last committed, damaged ones among them: the file with the
 * write-ahead log laid over it. Other than SQLite, which reads the log up to the first broken frame,
 * this goes on behind it. Source: sqlite.org/fileformat2.html, section 4.
 */
export function readPages(file: string): Buffer {
  const main = bytesOf(file);
  const { frames } = readLog(`${file}-wal`);
  const last = frames.findLastIndex((frame) => frame.intact && frame.commits);
  const committed = frames.slice(0, last + 1).filter((frame) => frame.intact);
  const most = Math.ceil(main.length / PAGE_BYTES) + frames.length;
  const usable = committed.filter(({ page }) => page >= 1 && page <= most);
  const pages = usable.reduce(
    (count, { page }) => Math.max(count, page),
    Math.ceil(main.length / PAGE_BYTES),
  );
  const image = Buffer.alloc(Math.max(1, pages) * PAGE_BYTES);
  main.copy(image);
  for (const { page, data } of usable) data.copy(image, (page - 1) * PAGE_BYTES);
  return image;
}

/**
 * Whether commits stand behind a broken place, which SQLite would forget without a word. One commit
 * there may be what a power cut left of a transaction that was never acknowledged.
 */
export function isLogDamaged(file: string): boolean {
  const { frames, headerIntact } = readLog(`${file}-wal`);
  const broken = headerIntact ? frames.findIndex((frame) => !frame.intact) : 0;
  if (broken < 0) return false;
  const behind = frames.slice(broken).filter((frame) => frame.intact && frame.commits).length;
  return behind > (headerIntact ? 1 : 0);
}

function bytesOf(file: string): Buffer {
  return existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
}

type Log = { readonly frames: readonly Frame[]; readonly headerIntact: boolean };

/** A frame on whose checksum, but not yet on whose log, it is decided. */
type ReadFrame = Omit<Frame, 'intact'> & { readonly sound: boolean; readonly salts: Buffer };

function readLog(file: string): Log {
  const bytes = bytesOf(file);
  if (bytes.length < WAL_HEADER_BYTES + FRAME_BYTES) return { frames: [], headerIntact: true };
  const magic = bytes.readUInt32BE(0);
  const bigEndian = magic === BIG_ENDIAN_MAGIC;
  const header = bytes.subarray(0, WAL_HEADER_BYTES);
  const headerSum = checksum(header.subarray(0, 24), [0, 0], bigEndian);
  // Zeros have a right checksum, too.
  const isLog = bigEndian || magic === LITTLE_ENDIAN_MAGIC;
  const headerIntact = isLog && isSame(headerSum, sumAt(header, 24));
  const frames = readFrames(bytes, bigEndian);
  // Without a header the first sound frame tells: what stands behind the last commit of this log is left over
  // from before it began anew.
  const salts = headerIntact ? header.subarray(16, 24) : frames.find(({ sound }) => sound)?.salts;
  return {
    frames: frames.map(({ sound, salts: own, ...frame }) => ({
      ...frame,
      intact: sound && salts !== undefined && own.equals(salts),
    })),
    headerIntact,
  };
}

function readFrames(bytes: Buffer, bigEndian: boolean): readonly ReadFrame[] {
  const frames: ReadFrame[] = [];
  let sum = sumAt(bytes, 24);
  for (let at = WAL_HEADER_BYTES; at + FRAME_BYTES <= bytes.length; at += FRAME_BYTES) {
    const frame = bytes.subarray(at, at + FRAME_BYTES);
    const page = frame.readUInt32BE(0);
    const data = frame.subarray(FRAME_HEADER_BYTES);
    const computed = checksum(data, checksum(frame.subarray(0, 8), sum, bigEndian), bigEndian);
    sum = sumAt(frame, 16);
    frames.push({
      page,
      commits: frame.readUInt32BE(4) !== 0,
      data,
      sound: page > 0 && isSame(computed, sum),
      salts: frame.subarray(8, 16),
    });
  }
  return frames;
}

type Sum = readonly [number, number];

function sumAt(bytes: Buffer, at: number): Sum {
  return [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
}

function isSame(a: Sum, b: Sum): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function checksum(bytes: Buffer, from: Sum, bigEndian: boolean): Sum {
  let [first, second] = from;
  for (let at = 0; at < bytes.length; at += 8) {
    first = (first + word(bytes, at, bigEndian) + second) >>> 0;
    second = (second + word(bytes, at + 4, bigEndian) + first) >>> 0;
  }
  return [first, second];
}

function word(bytes: Buffer, at: number, bigEndian: boolean): number {
  return bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
}
