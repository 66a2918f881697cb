import { TEXT_SIZES, type TextSize } from '#contract';

/** The part of Electron's `Input` that a wish is told from. */
export type PressedKey = {
  readonly type: string;
  readonly key: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
};

/** A plus needs Shift on some keyboards, and on others the key is pressed without it. */
const STEPS: Readonly<Record<string, 1 | -1>> = { '+': 1, '=': 1, '-': -1, _: -1 };

/** The text size that Ctrl (Cmd on a Mac) and plus, minus or 0 ask for; undefined for any other key. */
export function textSizeByKey(
  { type, key, control, meta, alt }: PressedKey,
  now: TextSize,
  platform: NodeJS.Platform,
): TextSize | undefined {
  const [held, other] = platform === 'darwin' ? [meta, control] : [control, meta];
  if (type !== 'keyDown' || !held || other || alt) return undefined;
  if (key === '0') return TEXT_SIZES[0];
  const step = STEPS[key];
  return step && textSizeBeside(now, step);
}

/** The next larger or smaller one; the same where there is none. */
export function textSizeBeside(now: TextSize, step: 1 | -1): TextSize {
  return TEXT_SIZES[TEXT_SIZES.indexOf(now) + step] ?? now;
}
