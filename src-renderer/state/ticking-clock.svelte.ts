import type { Instant, StintBridge } from '#contract';

export type Now = { readonly at: Instant };

function wallClock(): Instant {
  return Date.now() as Instant;
}

/**
 * The popup's one ticking clock: steps at each full second while `ticks()` holds and main has not said
 * that the popup is hidden, and keeps no timer otherwise. Call it while a component is being set up.
 */
export function createNow(ticks: () => boolean, onShowing: StintBridge['onShowing']): Now {
  let at = $state(wallClock());
  let shown = $state(true);

  $effect(() =>
    onShowing((showing) => {
      shown = showing !== 'hidden';
      if (shown) at = wallClock();
    }),
  );

  $effect(() => {
    if (!shown || !ticks()) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    function step(): void {
      const now = wallClock();
      at = now;
      timer = setTimeout(step, 1000 - (now % 1000));
    }
    step();
    return () => clearTimeout(timer);
  });

  return {
    get at() {
      return at;
    },
  };
}

/**
 * The begun minute, by the clock or by the last push, which comes without a tick: for what shows no
 * seconds, and so need not be drawn anew for each.
 */
export function minuteOf(now: Now, snapshot: { readonly at: Instant }): Instant {
  return (Math.floor(Math.max(now.at, snapshot.at) / 60_000) * 60_000) as Instant;
}
