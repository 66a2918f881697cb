import { expect, it } from 'vitest';
import { pixmapOf } from '../../../../src-main/desktop/tray/status-notifier/pixmaps.ts';

it('has alpha first and colours as they are without it, where Electron has blue first and multiplies', () => {
  const bgra = Buffer.from(
    [
      [30, 20, 10, 255],
      // Half of it: 128/255 of 20, 200 and 255.
      [10, 100, 128, 128],
      [0, 0, 0, 0],
      // More than its alpha is no colour.
      [9, 0, 0, 3],
    ].flat(),
  );
  expect(pixmapOf({ width: 2, height: 2, bgra })).toEqual([
    2,
    2,
    Buffer.from(
      [
        [255, 10, 20, 30],
        [128, 255, 199, 20],
        [0, 0, 0, 0],
        [3, 0, 0, 255],
      ].flat(),
    ),
  ]);
});
