import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Showing } from '#contract';
import { onInSight } from '../../../src-renderer/in-sight.ts';

type Tell = (showing: Showing) => void;

/** The frames that the page asked for, given one by one. */
function setUp() {
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  let tell: Tell = () => undefined;
  const inSight: string[] = [];
  onInSight(
    (listener) => {
      tell = listener;
      return () => undefined;
    },
    () => inSight.push('in sight'),
  );
  return { inSight, tell: (showing: Showing) => tell(showing), frame: () => frames.shift()?.(0) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('is in sight when the second frame after the showing begins, for then the first is out', () => {
  const { inSight, tell, frame } = setUp();
  tell('shown');
  frame();
  expect(inSight).toEqual([]);

  frame();
  expect(inSight).toEqual(['in sight']);
});

it('is not kept waiting for frames that do not come, and says it once', () => {
  const { inSight, tell, frame } = setUp();
  tell('shown');
  vi.advanceTimersByTime(400);
  expect(inSight).toEqual(['in sight']);

  frame();
  frame();
  expect(inSight).toEqual(['in sight']);
});

it('says nothing while it is hidden or only about to be shown, and again each time that it is shown', () => {
  const { inSight, tell, frame } = setUp();
  tell('hidden');
  tell('showing');
  vi.advanceTimersByTime(1000);
  expect(inSight).toEqual([]);

  for (const showing of [1, 2]) {
    tell('shown');
    frame();
    frame();
    expect(inSight).toHaveLength(showing);
  }
});
