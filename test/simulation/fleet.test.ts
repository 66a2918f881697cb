import { expect, it } from 'vitest';
import { peakAfterFirstMinute } from './arrivals.ts';
import { runFleet } from './fleet.ts';

/**
 * A thousand for ten thousand and a tenth of the server: what happens there in a second takes ten
 * here, so that chance weighs the same.
 */
const SMALL = { stints: 1_000, capacity: 5, mostEntries: 10, seed: 4 } as const;
const WINDOW_MS = 10_000;
/**
 * A wait at its cap is a quarter of an hour. Five minutes after a Stint has sent anew what was given up it
 * looks for what a server in trouble may have carried out late; who comes back for the first time just
 * then may be turned away, and waits as long once more.
 */
const MOST_MS = 30 * 60_000;
const MOST_IN_WINDOW = 1.5 * SMALL.capacity * (WINDOW_MS / 1_000);

it.each(['refused', '503', 'mixed'] as const)(
  'does not overrun a server that comes back after an hour (%s), and delivers all exactly once',
  async (outageKind) => {
    const result = await runFleet({ ...SMALL, outageKind });
    const { lost, doubled, undelivered, arrivals, allDeliveredAfter } = result;
    expect({ lost, doubled, undelivered }).toEqual({ lost: 0, doubled: 0, undelivered: 0 });
    expect(peakAfterFirstMinute(arrivals, WINDOW_MS)).toBeLessThanOrEqual(MOST_IN_WINDOW);
    expect(allDeliveredAfter).toBeLessThan(MOST_MS);
  },
  30_000,
);

it('delivers all exactly once also through a server that stays overrun for a long time', async () => {
  const result = await runFleet({ ...SMALL, stints: 300, capacity: 0.5, outageKind: 'mixed' });
  const { lost, doubled, undelivered, arrivals, served } = result;
  expect({ lost, doubled, undelivered }).toEqual({ lost: 0, doubled: 0, undelivered: 0 });
  expect(arrivals.length).toBeGreaterThan(served);
}, 30_000);
