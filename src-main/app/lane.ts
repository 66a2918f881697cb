/** One request at a time: jobs run one after the other, in the order they came. */
export type Lane = {
  run<T>(job: () => Promise<T>): Promise<T>;
  busy(): boolean;
  /** Resolves once nothing runs or waits. */
  idle(): Promise<void>;
};

export function createLane(onChange: () => void): Lane {
  let last: Promise<unknown> = Promise.resolve();
  let open = 0;
  return {
    run(job) {
      open += 1;
      if (open === 1) onChange();
      const mine = last.then(job).finally(() => {
        open -= 1;
        if (open === 0) onChange();
      });
      last = mine.catch(() => undefined);
      return mine;
    },
    busy: () => open > 0,
    async idle() {
      while (open > 0) await last;
    },
  };
}
