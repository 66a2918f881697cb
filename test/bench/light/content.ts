export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A blinking caret is less than this, a line of text more. */
const LEAST_SHARE = 0.002;

/** Whether the pixels are more than one empty surface: whether enough of them differ from the commonest colour. */
export function showsContent(pixels: Uint32Array): boolean {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const commonest = Math.max(0, ...counts.values());
  return pixels.length - commonest >= pixels.length * LEAST_SHARE && pixels.length > 0;
}
