import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTimers } from '../../../src-main/adapters/clock/long-timers.ts';

const DAY = 86_400_000;

describe('a timer', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('runs once, after the time it was given', () => {
    const run = vi.fn<() => void>();
    createTimers().after(1000, run);
    vi.advanceTimersByTime(999);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(DAY);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('waits for weeks, which setTimeout alone cannot', () => {
    const run = vi.fn<() => void>();
    createTimers().after(60 * DAY, run);
    vi.advanceTimersByTime(60 * DAY - 1);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it.each([0, 30 * DAY])('does not run once it is cancelled after %i ms', (passed) => {
    const run = vi.fn<() => void>();
    const cancel = createTimers().after(60 * DAY, run);
    vi.advanceTimersByTime(passed);
    cancel();
    vi.advanceTimersByTime(90 * DAY);
    expect(run).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is never early where the delay is a fraction, and due at once where it is past', () => {
    const run = vi.fn<() => void>();
    createTimers().after(1.5, run);
    vi.advanceTimersByTime(1);
    expect(run).not.toHaveBeenCalled();
    createTimers().after(-5, run);
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(2);
  });
});
