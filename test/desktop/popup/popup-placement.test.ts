import { describe, expect, it } from 'vitest';
import {
  placePopup,
  type Area,
  type Placing,
} from '../../../src-main/desktop/popup/popup-placement.ts';

const size = { width: 360, height: 580 };

function area(x: number, y: number, width: number, height: number): Area {
  return { x, y, width, height };
}

const full = area(0, 0, 1920, 1080);
const bars = {
  top: { bounds: full, workArea: area(0, 30, 1920, 1050) },
  bottom: { bounds: full, workArea: area(0, 0, 1920, 1040) },
  left: { bounds: full, workArea: area(60, 0, 1860, 1080) },
  right: { bounds: full, workArea: area(0, 0, 1860, 1080) },
};

function place(change: Partial<Placing>) {
  return placePopup({
    size,
    icon: undefined,
    cursor: { x: 0, y: 0 },
    displays: [bars.top],
    ...change,
  });
}

describe('beside the icon', () => {
  it.each<[string, keyof typeof bars, Area, readonly [number, number]]>([
    ['under a bar at the top', 'top', area(1500, 4, 22, 22), [1331, 38]],
    ['over a bar at the bottom', 'bottom', area(1500, 1050, 24, 24), [1332, 452]],
    ['right of a bar at the left', 'left', area(20, 700, 24, 24), [68, 422]],
    ['left of a bar at the right', 'right', area(1880, 700, 24, 24), [1492, 422]],
    ['inside the corner', 'bottom', area(1890, 1050, 24, 24), [1552, 452]],
    [
      'in front of an overflow flyout, which floats in the work area',
      'bottom',
      area(1700, 960, 24, 24),
      [1532, 452],
    ],
  ])('%s', (_name, bar, icon, [x, y]) => {
    expect(place({ icon, displays: [bars[bar]] })).toEqual({ x, y, ...size });
  });

  it('stays on the display of the icon, left of the main one and above it', () => {
    const second = {
      bounds: area(-1280, -200, 1280, 1024),
      workArea: area(-1280, -170, 1280, 994),
    };
    const icon = area(-30, -196, 22, 22);

    expect(place({ icon, displays: [bars.bottom, second] })).toEqual({ x: -368, y: -162, ...size });
  });

  it('gives whole numbers on displays whose scale makes fractions', () => {
    const odd = { bounds: area(0, 0, 1536.5, 864.5), workArea: area(0, 0, 1536.5, 824.25) };
    const { x, y } = place({ icon: area(1300.4, 830.2, 20.8, 20.8), displays: [odd] });

    expect([Number.isInteger(x), Number.isInteger(y)]).toEqual([true, true]);
  });

  it('shrinks where the work area is smaller than the popup', () => {
    const small = { bounds: area(0, 0, 800, 480), workArea: area(0, 0, 800, 440) };

    expect(place({ icon: area(700, 450, 24, 24), displays: [small] })).toEqual(
      area(432, 0, 360, 440),
    );
  });
});

describe('without a known icon', () => {
  it.each<[string, readonly [number, number], readonly [number, number]]>([
    ['under a cursor on the panel', [1500, 10], [1320, 38]],
    ['under a cursor just below the panel', [1500, 78], [1320, 38]],
    ['centred when the cursor is in the middle', [900, 500], [780, 265]],
    ['centred when the cursor has left the border behind', [1500, 79], [780, 265]],
  ])('%s', (_name, [x, y], [left, top]) => {
    expect(place({ cursor: { x, y } })).toEqual({ x: left, y: top, ...size });
  });

  it('goes to the display of the cursor, the border between two belonging to the right one', () => {
    const right = { bounds: area(1920, 0, 1280, 1024), workArea: area(1920, 0, 1280, 1024) };
    const cursor = { x: 1920, y: 500 };

    expect(place({ cursor, displays: [bars.top, right] })).toEqual({ x: 1928, y: 210, ...size });
  });

  it('never leaves the work area, wherever the cursor is', () => {
    for (const bar of Object.values(bars)) {
      for (let x = -50; x <= 1970; x += 101) {
        for (let y = -50; y <= 1130; y += 59) {
          const placed = place({ cursor: { x, y }, displays: [bar] });
          const { workArea } = bar;
          expect(placed.x).toBeGreaterThanOrEqual(workArea.x);
          expect(placed.y).toBeGreaterThanOrEqual(workArea.y);
          expect(placed.x + placed.width).toBeLessThanOrEqual(workArea.x + workArea.width);
          expect(placed.y + placed.height).toBeLessThanOrEqual(workArea.y + workArea.height);
        }
      }
    }
  });
});
