export type Minute = {
  readonly minute: number;
  /** Arrivals a second. */
  readonly mean: number;
  readonly peak: number;
};

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/** Arrivals in milliseconds, minute by minute until the last one. */
export function minutesOf(arrivals: readonly number[]): readonly Minute[] {
  const bySecond = countsIn(arrivals, SECOND_MS);
  const last = Math.max(-1, ...bySecond.keys());
  return Array.from({ length: Math.floor(last / 60) + 1 }, (_, minute) => {
    const counts = Array.from({ length: 60 }, (_, at) => bySecond.get(minute * 60 + at) ?? 0);
    const sum = counts.reduce((a, b) => a + b, 0);
    return { minute: minute + 1, mean: sum / 60, peak: Math.max(...counts) };
  });
}

/** The most arrivals within one window of so many milliseconds, the first minute left out. */
export function peakAfterFirstMinute(arrivals: readonly number[], windowMs: number): number {
  const late = arrivals.filter((at) => at >= MINUTE_MS);
  return Math.max(0, ...countsIn(late, windowMs).values());
}

function countsIn(arrivals: readonly number[], windowMs: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const at of arrivals) {
    const window = Math.floor(at / windowMs);
    counts.set(window, (counts.get(window) ?? 0) + 1);
  }
  return counts;
}
