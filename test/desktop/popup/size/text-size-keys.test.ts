import { expect, it } from 'vitest';
import { textSizeByKey } from '../../../../src-main/desktop/popup/size/text-size-keys.ts';

const ctrl = { type: 'keyDown', control: true, meta: false, alt: false };

it.each([
  ['+', 100, 110],
  ['=', 110, 125],
  ['+', 200, 200],
  ['-', 125, 110],
  ['_', 125, 110],
  ['-', 100, 100],
  ['0', 175, 100],
] as const)('Ctrl and %s leads from %i to %i', (key, now, next) => {
  expect(textSizeByKey({ ...ctrl, key }, now, 'linux')).toBe(next);
});

it('asks for nothing without Ctrl, with Alt beside it, or when a key is let go', () => {
  const key = '+';
  expect(textSizeByKey({ ...ctrl, key, control: false }, 100, 'linux')).toBeUndefined();
  expect(textSizeByKey({ ...ctrl, key, alt: true }, 100, 'linux')).toBeUndefined();
  expect(textSizeByKey({ ...ctrl, key, type: 'keyUp' }, 100, 'linux')).toBeUndefined();
  expect(textSizeByKey({ ...ctrl, key: 'a' }, 100, 'linux')).toBeUndefined();
});

it('takes Cmd for Ctrl on a Mac', () => {
  expect(textSizeByKey({ ...ctrl, key: '+' }, 100, 'darwin')).toBeUndefined();
  const cmd = { ...ctrl, control: false, meta: true, key: '+' };
  expect(textSizeByKey(cmd, 100, 'darwin')).toBe(110);
});
