import type { Picture } from '../support/desktop-session/png.ts';

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Pixels so far apart still belong to one thing. */
const NEAR = 8;

/** The boxes around what differs between two pictures of one size. */
export function differences(before: Picture, now: Picture): readonly Box[] {
  const boxes: Box[] = [];
  for (let y = 0; y < now.height; y++) {
    for (let x = 0; x < now.width; x++) {
      const at = (y * now.width + x) * 4;
      if (before.rgba.readUInt32BE(at) === now.rgba.readUInt32BE(at)) continue;
      const index = boxes.findIndex((box) => isNear(box, x, y));
      const box = boxes[index];
      if (box === undefined) boxes.push({ left: x, top: y, right: x, bottom: y });
      else boxes[index] = around(box, { left: x, top: y, right: x, bottom: y });
    }
  }
  return joined(boxes);
}

function isNear(box: Box, x: number, y: number): boolean {
  return (
    x >= box.left - NEAR && x <= box.right + NEAR && y >= box.top - NEAR && y <= box.bottom + NEAR
  );
}

function around(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

function joined(boxes: readonly Box[]): readonly Box[] {
  for (const [index, box] of boxes.entries()) {
    const other = boxes.findIndex(
      (each, at) =>
        at > index &&
        each.left <= box.right + NEAR &&
        each.right >= box.left - NEAR &&
        each.top <= box.bottom + NEAR &&
        each.bottom >= box.top - NEAR,
    );
    const found = boxes[other];
    if (found === undefined) continue;
    const rest = boxes.filter((_, at) => at !== index && at !== other);
    return joined([...rest, around(box, found)]);
  }
  return boxes;
}

/** The part of a picture, as a picture. */
export function cut({ width, rgba }: Picture, { left, top, right, bottom }: Box): Picture {
  const rows = Array.from({ length: bottom - top + 1 }, (_, row) =>
    rgba.subarray(((top + row) * width + left) * 4, ((top + row) * width + right + 1) * 4),
  );
  return { width: right - left + 1, height: bottom - top + 1, rgba: Buffer.concat(rows) };
}
