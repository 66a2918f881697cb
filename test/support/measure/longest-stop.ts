/** Wall clock and processor in milliseconds. */
type Moment = { readonly at: number; readonly busy: number };

function moment(): Moment {
  const { user, system } = process.cpuUsage();
  return { at: performance.now(), busy: (user + system) / 1000 };
}

/** On a machine that is busy a process is made to wait for its turn, and stands still without doing anything. */
function spentSince(seen: Moment): number {
  const now = moment();
  return Math.min(now.at - seen.at, now.busy - seen.busy);
}

/** Does the work and tells the longest time that it computed without letting anything else happen. */
export async function longestStop<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly stopMs: number }> {
  let stopMs = 0;
  let seen = moment();
  const timer = setInterval(() => {
    stopMs = Math.max(stopMs, spentSince(seen));
    seen = moment();
  }, 5);
  try {
    const result = await work();
    return { result, stopMs: Math.max(stopMs, spentSince(seen)) };
  } finally {
    clearInterval(timer);
  }
}
