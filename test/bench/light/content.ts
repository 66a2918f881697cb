export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A blinking caret is less than this, a line of text more. */
const LEAST_SHARE = 0.002;

/**
 * Whether the pixels are more than one empty surface: whether enough of them differ from the commonest
 * colour. Two looks at each, for the apps that are measured want the machine at that moment.
 */
export function showsContent(pixels: Uint32Array): boolean {
  const surface = majority(pixels);
  let others = 0;
  for (const pixel of pixels) if (pixel !== surface) others += 1;
  return pixels.length > 0 && others >= pixels.length * LEAST_SHARE;
}

/** The colour of more than half of the pixels where there is one, else any (Boyer and Moore's vote). */
function majority(pixels: Uint32Array): number | undefined {
  let candidate: number | undefined;
  let lead = 0;
  for (const pixel of pixels) {
    if (lead === 0) candidate = pixel;
    lead += pixel === candidate ? 1 : -1;
  }
  return candidate;
}
