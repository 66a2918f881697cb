import { expect, it } from 'vitest';
import { showsContent } from './content.ts';

function pixels(count: number, different: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, at) => (at < different ? at + 1 : 0));
}

it('takes an empty surface, or one with a caret, for no content', () => {
  expect(showsContent(pixels(10_000, 0))).toBe(false);
  expect(showsContent(pixels(10_000, 19))).toBe(false);
});

it('takes a line of text for content', () => {
  expect(showsContent(pixels(10_000, 20))).toBe(true);
});

it('sees nothing where there is no window', () => {
  expect(showsContent(new Uint32Array())).toBe(false);
});
