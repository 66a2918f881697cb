/** A picture as the bus has it: width, height, and each pixel as alpha, red, green and blue. */
export type Pixmap = readonly [width: number, height: number, argb: Buffer];

/** Pixels as Electron has them (`toBitmap`): blue, green, red, each already multiplied by alpha, then alpha. */
export type Bitmap = { readonly width: number; readonly height: number; readonly bgra: Buffer };

const CHANNELS = 4;

export function pixmapOf({ width, height, bgra }: Bitmap): Pixmap {
  const argb = Buffer.alloc(bgra.length);
  for (let at = 0; at < bgra.length; at += CHANNELS) {
    const alpha = bgra[at + 3] ?? 0;
    const full = (value = 0) =>
      alpha === 0 ? 0 : Math.min(255, Math.round((value * 255) / alpha));
    argb[at] = alpha;
    argb[at + 1] = full(bgra[at + 2]);
    argb[at + 2] = full(bgra[at + 1]);
    argb[at + 3] = full(bgra[at]);
  }
  return [width, height, argb];
}
