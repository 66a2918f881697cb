/** One request at a time: jobs run one after the other, in the order they came. */
export type RequestQueue = {
  run<T>(job: () => Promise<T>): Promise<T>;
  /** For a job that may find nothing to do: the queue counts as busy only once it says `begin`. */
  runQuietly(job: (begin: () => void) => Promise<void>): Promise<void>;
  busy(): boolean;
  /** Resolves once nothing runs or waits. */
  idle(): Promise<void>;
};

export function createRequestQueue(onChange: () => void): RequestQueue {
  let last: Promise<unknown> = Promise.resolve();
  let open = 0;
  let working = 0;

  function begin(): void {
    working += 1;
    if (working === 1) onChange();
  }

  function end(): void {
    working -= 1;
    if (working === 0) onChange();
  }

  function enqueue<T>(job: () => Promise<T>): Promise<T> {
    open += 1;
    const mine = last.then(job).finally(() => {
      open -= 1;
    });
    last = mine.catch(() => undefined);
    return mine;
  }

  return {
    run(job) {
      begin();
      return enqueue(job).finally(end);
    },
    async runQuietly(job) {
      const mine = { begun: false };
      try {
        await enqueue(() =>
          job(() => {
            if (!mine.begun) begin();
            mine.begun = true;
          }),
        );
      } finally {
        if (mine.begun) end();
      }
    },
    busy: () => working > 0,
    async idle() {
      while (open > 0) await last;
    },
  };
}
