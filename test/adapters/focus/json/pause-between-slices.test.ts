import { expect, it, vi } from 'vitest';
import { createPace } from '../../../../src-main/adapters/focus/json/pause-between-slices.ts';

it('is due once a slice has lasted longer than a frame may wait for it, and begins anew after a rest', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1000);
  const pace = createPace();
  expect(pace.isDue()).toBe(false);
  now.mockReturnValue(1016);
  expect(pace.isDue()).toBe(true);
  await pace.rest();
  expect(pace.isDue()).toBe(false);
});

it('lets what waits have its turn while it rests', async () => {
  const turns: string[] = [];
  setImmediate(() => turns.push('a click'));
  await createPace().rest();
  expect(turns).toEqual(['a click']);
});
