import { expect, it } from 'vitest';
import { heightSetting, popupSize } from '../../../../src-main/desktop/popup/size/popup-size.ts';
import { TEXT_SIZES } from '../../../../src-main/contract/look.ts';

const LOOK = { theme: 'system', textSize: 100, popupHeight: 640 } as const;

it('grows with its text', () => {
  expect(popupSize(LOOK)).toEqual({ width: 360, height: 640 });
  expect(popupSize({ ...LOOK, textSize: 200 })).toEqual({ width: 720, height: 1280 });
  expect(popupSize({ ...LOOK, textSize: 125, popupHeight: 400 })).toEqual({
    width: 450,
    height: 500,
  });
});

it('is never so low that nothing is between head and foot', () => {
  expect(popupSize({ ...LOOK, popupHeight: 160 }).height).toBe(320);
});

it.each(TEXT_SIZES)('keeps a height that was dragged at a text size of %i', (textSize) => {
  for (const pixels of [320, 333, 640, 999]) {
    const look = { ...LOOK, textSize };
    const popupHeight = heightSetting(pixels, look);
    expect(Math.abs(popupSize({ ...look, popupHeight }).height - pixels)).toBeLessThanOrEqual(1);
  }
});

it('keeps no height beyond what a setting may be', () => {
  expect(heightSetting(5000, LOOK)).toBe(2000);
  expect(heightSetting(1, LOOK)).toBe(320);
});
