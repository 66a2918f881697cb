export type Batches<T> = {
  add(element: T): void;
  /** Hands over what is left and tells the count. */
  end(): number;
};

/** Gathers elements and hands them over in batches; a batch that was handed over is forgotten. */
export function createBatches<T>(
  size: number,
  onBatch: (elements: readonly T[]) => void,
): Batches<T> {
  let batch: T[] = [];
  let count = 0;
  function flush(): void {
    const full = batch;
    batch = [];
    if (full.length > 0) onBatch(full);
  }
  return {
    add(element) {
      batch.push(element);
      count += 1;
      if (batch.length >= size) flush();
    },
    end() {
      flush();
      return count;
    },
  };
}
