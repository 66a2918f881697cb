export type Percentiles = { readonly p50: number; readonly p95: number; readonly max: number };

/** Of measurements in milliseconds; the nearest rank. Throws on an empty list. */
export function percentilesOf(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const value = sorted[Math.ceil(share * sorted.length) - 1];
    if (value === undefined) throw new RangeError('nothing was measured');
    return value;
  };
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
