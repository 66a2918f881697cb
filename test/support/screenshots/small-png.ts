import { deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { frameChunk, PNG_SIGNATURE } from '../desktop-session/png.ts';

const MOST_COLOURS = 256;
const MOST_FREQUENT = 128;

type Rgb = readonly [red: number, green: number, blue: number];

const rgb = (colour: number): Rgb => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];

function pixelsOf(png: Buffer): { readonly width: number; readonly colours: Uint32Array } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const href = `data:image/png;base64,${png.toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`;
  const rgba = new Resvg(svg).render().pixels;
  const colours = new Uint32Array(width * height);
  for (let pixel = 0; pixel < colours.length; pixel++) {
    colours[pixel] = rgba.readUInt32BE(pixel * 4) >>> 8;
  }
  return { width, colours };
}

function distance(one: number, other: number): number {
  const [r, g, b] = rgb(one);
  const [red, green, blue] = rgb(other);
  return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
}

/** The most frequent colours, and then one by one that which is furthest from all chosen: a rare hue counts too. */
function paletteOf(byCount: readonly number[]): readonly number[] {
  const palette = byCount.slice(0, MOST_FREQUENT);
  const left = new Map(
    byCount
      .slice(MOST_FREQUENT)
      .map((colour) => [colour, Math.min(...palette.map((other) => distance(colour, other)))]),
  );
  while (palette.length < MOST_COLOURS && left.size > 0) {
    const [furthest] = [...left].reduce((most, each) => (each[1] > most[1] ? each : most));
    palette.push(furthest);
    left.delete(furthest);
    for (const [colour, before] of left) {
      left.set(colour, Math.min(before, distance(colour, furthest)));
    }
  }
  return palette;
}

function nearest(palette: readonly number[], colour: number): number {
  const distances = palette.map((other) => distance(colour, other));
  return distances.indexOf(Math.min(...distances));
}

/**
 * The same picture with one byte a pixel: 256 colours stay as they are, and the others
 * (steps of smooth edges, on a page of flat colours) become the nearest of them.
 */
export function smallPng(png: Buffer): Buffer {
  const { width, colours } = pixelsOf(png);
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].sort((one, other) => other[1] - one[1]).map(([colour]) => colour);
  const palette = paletteOf(byCount);
  const indexes = new Map(byCount.map((colour) => [colour, nearest(palette, colour)]));

  const height = colours.length / width;
  const rows = Buffer.alloc(height * (width + 1)); // each row begins with 0: no filter
  colours.forEach((colour, pixel) => {
    const row = Math.floor(pixel / width);
    rows[row * (width + 1) + 1 + (pixel % width)] = indexes.get(colour) ?? 0;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // 8 bits a pixel, a palette, no interlacing
  return Buffer.concat([
    PNG_SIGNATURE,
    frameChunk('IHDR', header),
    frameChunk('PLTE', Buffer.from(palette.flatMap(rgb))),
    frameChunk('IDAT', deflateSync(rows, { level: 9 })),
    frameChunk('IEND', Buffer.alloc(0)),
  ]);
}
