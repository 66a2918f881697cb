/** How many looks in a row found a person who had moved a hand within that very second. */
export type Zeros = number;

/** Nobody types so evenly: what tells 0 at so many looks in a row tells nothing. */
const UNBELIEVABLE = 10;

export function zerosAfter(zeros: Zeros, idleMs: number | undefined): Zeros {
  return idleMs === 0 ? zeros + 1 : 0;
}

/** What is told of idleness, as far as it can be believed. */
export function believed(zeros: Zeros, idleMs: number | undefined): number | undefined {
  return zeros >= UNBELIEVABLE ? undefined : idleMs;
}
