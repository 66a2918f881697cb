import { expect, it } from 'vitest';
import { keepPlace } from '../../../src-main/desktop/popup/keep-place.ts';

const CORNER = { x: 912, y: 8 };

function kept() {
  const put: unknown[] = [];
  return { ...keepPlace((place) => void put.push(place)), put };
}

it('asks for the place once more where the one within a frame is taken for it', () => {
  const { shown, moved, put } = kept();
  shown(CORNER);
  moved(CORNER);
  expect(put).toEqual([]);
  moved({ x: 1, y: 24 });
  expect(put).toEqual([CORNER]);
});

it('leaves a window where somebody has moved it, and asks three times at most', () => {
  const { shown, moved, put } = kept();
  moved({ x: 0, y: 0 });
  shown(CORNER);
  moved({ x: 700, y: 8 });
  moved({ x: 8, y: 300 });
  expect(put).toEqual([]);
  for (let times = 0; times < 5; times += 1) moved({ x: 0, y: 0 });
  expect(put).toHaveLength(3);
  shown(CORNER);
  moved({ x: 0, y: 0 });
  expect(put).toHaveLength(4);
});
