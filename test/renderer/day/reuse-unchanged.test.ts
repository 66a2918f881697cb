import { expect, test } from 'vitest';
import { createKept, createKeptItems } from '../../../src-renderer/lists/reuse-unchanged.ts';

test('What says the same stays the very same object', () => {
  const keep = createKept<{ readonly at: number }>();
  const first = keep({ at: 1 });
  expect(keep({ at: 1 })).toBe(first);
  const second = keep({ at: 2 });
  expect(second).toEqual({ at: 2 });
  expect(keep({ at: 2 })).toBe(second);
});

test('Of a list only the items that differ are new, and the list only where one is', () => {
  const keep = createKeptItems<{ readonly id: string; readonly text: string }>(({ id }) => id);
  const list = (...texts: readonly string[]) =>
    keep(texts.map((text) => ({ id: text.slice(0, 1), text })));
  const before = list('a1', 'b1');
  expect(list('a1', 'b1')).toBe(before);

  const after = list('a1', 'b2');
  expect(after.map(({ text }) => text)).toEqual(['a1', 'b2']);
  expect(after[0]).toBe(before[0]);

  const turned = list('b2', 'a1');
  expect(turned).toEqual([after[1], after[0]]);
  expect(turned[1]).toBe(before[0]);
  expect(list('b2')).toEqual([after[1]]);
  expect(list()).toEqual([]);
});
