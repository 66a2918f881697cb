import { expect, it } from 'vitest';
import type { Area } from '../../../../src-main/desktop/popup/popup-placement.ts';
import {
  createDraggedEdge,
  type HeldEdge,
} from '../../../../src-main/desktop/popup/size/drag-edge.ts';

const WORK_AREA = { x: 0, y: 30, width: 1280, height: 770 };

function setUp(bounds: Area, held: HeldEdge) {
  let now = bounds;
  const edge = createDraggedEdge({
    bounds: () => now,
    workArea: () => WORK_AREA,
    put: (next) => (now = next),
  });
  const mouseAt = (at: number) => {
    edge.follow(held, at);
    return now;
  };
  return { mouseAt, release: () => edge.release() };
}

const BELOW_TOP = { x: 400, y: 38, width: 360, height: 640 };
const ABOVE_BOTTOM = { x: 400, y: 152, width: 360, height: 640 };

it('lets the lower edge follow the mouse, which stays on it', () => {
  const { mouseAt, release } = setUp(BELOW_TOP, 'lower');
  expect(mouseAt(576)).toEqual({ ...BELOW_TOP, height: 540 });
  expect(mouseAt(601)).toEqual({ ...BELOW_TOP, height: 565 });
  expect(release()).toBe(565);
});

it('lets the upper edge follow the mouse, and the lower one stays', () => {
  const { mouseAt, release } = setUp(ABOVE_BOTTOM, 'upper');
  expect(mouseAt(254)).toEqual({ ...ABOVE_BOTTOM, y: 252, height: 540 });
  expect(release()).toBe(540);
});

it('stays within the work area, and leaves room for head and foot', () => {
  const lower = setUp(BELOW_TOP, 'lower');
  expect(lower.mouseAt(2000).height).toBe(762);
  expect(lower.mouseAt(50).height).toBe(320);
  const upper = setUp(ABOVE_BOTTOM, 'upper');
  expect(upper.mouseAt(0)).toMatchObject({ y: 30, height: 762 });
  expect(upper.mouseAt(780)).toMatchObject({ y: 472, height: 320 });
});

it('answers with no height where no edge has followed: a click on it is no wish', () => {
  const { mouseAt, release } = setUp(BELOW_TOP, 'lower');
  expect(release()).toBeUndefined();
  mouseAt(675);
  release();
  expect(release()).toBeUndefined();
});
