import { writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

export type Shot = { readonly name: string; readonly png: Buffer };

const ACROSS = 6;
const MARGIN = 10;
const CAPTION = 18;

/** Pictures of one way to look at the popup beside each other, each below its name. */
export function writeSheet(file: string, shots: readonly Shot[]): void {
  const sizes = shots.map(({ png }) => [png.readUInt32BE(16), png.readUInt32BE(20)] as const);
  const width = Math.max(...sizes.map(([each]) => each)) + MARGIN;
  const height = Math.max(...sizes.map(([, each]) => each)) + MARGIN + CAPTION;
  const pictures = shots.map(({ name, png }, index) => {
    const [ownWidth, ownHeight] = sizes[index] ?? [0, 0];
    const [x, y] = [(index % ACROSS) * width, Math.floor(index / ACROSS) * height];
    const data = `data:image/png;base64,${png.toString('base64')}`;
    return `<text x="${x}" y="${y + 13}" font-size="13" fill="#fff">${name}</text>
      <image x="${x}" y="${y + CAPTION}" width="${ownWidth}" height="${ownHeight}" href="${data}"/>`;
  });
  const whole = [width * Math.min(ACROSS, shots.length), height * Math.ceil(shots.length / ACROSS)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${whole[0]}" height="${whole[1]}"
    font-family="sans-serif"><rect width="100%" height="100%" fill="#666"/>${pictures.join('')}</svg>`;
  writeFileSync(file, new Resvg(svg).render().asPng());
}
