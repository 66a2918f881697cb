export type QuotaState = {
  readonly remaining: number;
  /** Seconds until the count starts anew. */
  readonly resetsIn: number;
};

export type Quota = {
  /** Takes one request; false where none is left. */
  spend(now: number): boolean;
  state(now: number): QuotaState;
};

const HOUR = 3_600_000;

/** A fixed window of an hour that opens with the first request in it. */
export function createQuota(limit: number): Quota {
  let window = { opensAt: Number.NEGATIVE_INFINITY, spent: 0 };
  function at(now: number): typeof window {
    if (now >= window.opensAt + HOUR) {
      window = { opensAt: now, spent: 0 };
    }
    return window;
  }
  return {
    spend(now) {
      const current = at(now);
      if (current.spent >= limit) return false;
      current.spent += 1;
      return true;
    },
    state(now) {
      const { opensAt, spent } = at(now);
      return { remaining: limit - spent, resetsIn: Math.ceil((opensAt + HOUR - now) / 1000) };
    },
  };
}
