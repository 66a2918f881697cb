// Draws every PNG of the app from its SVG: `node scripts/icons.mjs`. Both are committed, so that a build needs no drawing.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

const trayFolder = new URL('../src-main/desktop/tray/icons/', import.meta.url);
const appIcon = new URL('../build/icon.svg', import.meta.url);

/** Windows and macOS draw at 16 points, 24 is Windows at 150 %. */
const plain = [
  { suffix: '16', width: 16 },
  { suffix: '24', width: 24 },
  { suffix: '32', width: 32 },
];
/** Linux panels draw at 22: the same 16 pixels, sharp, with the margin such panels expect. */
const padded = [
  { suffix: '22', width: 22, viewBox: '-3 -3 22 22' },
  { suffix: '44', width: 44, viewBox: '-3 -3 22 22' },
];
/** macOS tints an image whose name ends in `Template`. */
const template = [
  { suffix: 'Template', width: 16 },
  { suffix: 'Template@2x', width: 32 },
];

function draw(svg, { width, viewBox }) {
  const framed =
    viewBox === undefined ? svg : svg.replace(/viewBox="[^"]*"/, `viewBox="${viewBox}"`);
  return new Resvg(framed, { fitTo: { mode: 'width', value: width } }).render().asPng();
}

for (const name of readdirSync(trayFolder, { recursive: true }).filter((file) =>
  file.endsWith('.svg'),
)) {
  const svg = readFileSync(new URL(name, trayFolder), 'utf8');
  const isTemplate = name.endsWith('-template.svg');
  const base = name.replace(/(-template)?\.svg$/, isTemplate ? '' : '-');
  for (const size of isTemplate ? template : [...plain, ...padded]) {
    writeFileSync(new URL(`${base}${size.suffix}.png`, trayFolder), draw(svg, size));
  }
}
writeFileSync(new URL('icon.png', appIcon), draw(readFileSync(appIcon, 'utf8'), { width: 512 }));
console.log(
  `Icons drawn into ${fileURLToPath(trayFolder)} and ${fileURLToPath(new URL('.', appIcon))}`,
);
