import type { Page } from 'playwright';
import { decodePng } from '../desktop-session/png.ts';
import { standingIn, type Standing } from '../painted/standing.ts';

/** How far a text may stand elsewhere, in px: two browsers round the widths of letters each their way. */
const FARTHEST = 2;
/** Of red, green and blue together: smoothed edges differ by less. */
const PALEST = 120;

export type Look = { readonly standing: readonly Standing[]; readonly png: Buffer };

export async function lookAt(page: Page): Promise<Look> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.mouse.move(0, 0);
  const standing = await standingIn(page);
  const origin = await page.evaluate(() => ({ x: screenX, y: screenY }));
  return {
    standing: standing.map((each) => ({ ...each, x: each.x - origin.x, y: each.y - origin.y })),
    png: await page.screenshot({ animations: 'disabled', caret: 'hide' }),
  };
}

/** What stands in one and not in the other, or elsewhere there. */
export function elsewhere(one: Look, other: Look): readonly string[] {
  const placed = (each: Standing) => `${each.words} at ${each.x}, ${each.y}`;
  const isNear = (a: Standing, b: Standing) =>
    a.words === b.words && Math.abs(a.x - b.x) <= FARTHEST && Math.abs(a.y - b.y) <= FARTHEST;
  const missing = (from: Look, to: Look) =>
    from.standing.filter((each) => !to.standing.some((there) => isNear(each, there))).map(placed);
  return [
    ...missing(one, other).map((it) => `only in the first: ${it}`),
    ...missing(other, one).map((it) => `only in the second: ${it}`),
  ];
}

/** The share of pixels that have clearly another colour. */
export function shareOfOtherPixels(one: Look, other: Look): number {
  const [a, b] = [decodePng(one.png), decodePng(other.png)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  let count = 0;
  for (let at = 0; at < a.rgba.length; at += 4) {
    const by = [0, 1, 2].reduce(
      (sum, part) => sum + Math.abs((a.rgba[at + part] ?? 0) - (b.rgba[at + part] ?? 0)),
      0,
    );
    if (by >= PALEST) count += 1;
  }
  return count / (a.rgba.length / 4);
}
