/** Between two slices main can answer a click. */
const SLICE_MS = 8;

export type Pace = {
  /** Whether the slice has been long enough. */
  isDue(): boolean;
  /** Lets everything else that waits have its turn. */
  rest(): Promise<void>;
};

/** Long work in slices. */
export function createPace(): Pace {
  let begunAt = performance.now();
  return {
    isDue: () => performance.now() - begunAt > SLICE_MS,
    async rest() {
      await new Promise<void>((resolve) => setImmediate(resolve));
      begunAt = performance.now();
    },
  };
}
