import { writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

const CELL = 88;
const GROUNDS = ['#f2f2f2', '#2b2b2b'];

/** Lays pictures of the icon out in a row, once on a light and once on a dark panel. */
export function writeTrayStates(file: string, icons: readonly Buffer[]): void {
  const [width, height] = [icons.length * CELL, GROUNDS.length * CELL];
  const rows = GROUNDS.map((ground, row) => {
    const pictures = icons.map((icon, column) => {
      const [x, y] = [column * CELL + CELL / 4, row * CELL + CELL / 4];
      const href = `data:image/png;base64,${icon.toString('base64')}`;
      return `<image x="${x}" y="${y}" width="44" height="44" href="${href}"/>`;
    });
    const band = `<rect y="${row * CELL}" width="${width}" height="${CELL}" fill="${ground}"/>`;
    return band + pictures.join('');
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${rows.join('')}</svg>`;
  writeFileSync(file, new Resvg(svg).render().asPng());
}
