import type { Picture } from '../desktop-session/png.ts';
import type { Standing } from './standing.ts';

/** Of each of red, green and blue together: a soft grey on a light card still differs by more. */
const LEAST_DIFFERENCE = 60;
/** A separating dot has as many. */
const LEAST_PIXELS = 2;

/** Whether something is painted in the box: pixels that differ from the colour which most of it has. */
export function hasInk(picture: Picture, box: Omit<Standing, 'words'>): boolean {
  const colors = colorsIn(picture, box);
  const ground = mostOf(colors);
  const ink = colors.filter((color) => difference(color, ground) >= LEAST_DIFFERENCE);
  return ink.length >= LEAST_PIXELS;
}

function colorsIn({ rgba, width }: Picture, box: Omit<Standing, 'words'>): readonly number[] {
  const columns = Math.min(box.width, width - box.x);
  return Array.from({ length: columns * box.height }, (_, index) => {
    const [x, y] = [box.x + (index % columns), box.y + Math.floor(index / columns)];
    const at = (y * width + x) * 4;
    return at + 4 <= rgba.length ? rgba.readUInt32BE(at) >>> 8 : 0;
  });
}

function mostOf(colors: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? 0;
}

function difference(one: number, other: number): number {
  return [16, 8, 0].reduce(
    (sum, shift) => sum + Math.abs(((one >> shift) & 0xff) - ((other >> shift) & 0xff)),
    0,
  );
}
