import type { Instant } from '#contract';
import type { Cancel, Clock, Timers } from '../ports/ports.ts';
import type { ViewState } from '../state/view-state.ts';

type Ports = {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly view: Pick<ViewState, 'follow'>;
  /** Today is another day: all that is shown of it has to be read anew. */
  readonly changed: () => void;
};

export type Calendar = {
  /** Looks whether today and the zone are still what they were; true where they are not, and was announced. */
  look(): boolean;
  dispose(): void;
};

/**
 * Knows which day it is, and where. Nothing is polled: one timer waits for the border of the day, and who wakes up,
 * opens the popup or counts a minute looks. The timer sleeps with the machine, so that each look sets it anew.
 */
export function createCalendar({ clock, timers, view, changed }: Ports): Calendar {
  let zone = clock.zone();
  let todayAt = clock.dayOf(clock.now()).startAt;
  let cancel = waitForBorder(clock.now());
  const stopWatching = clock.onZone(look);

  function waitForBorder(now: Instant): Cancel {
    return timers.after(Math.max(1, clock.dayOf(now).endAt - now), look);
  }

  function look(): boolean {
    const before = { zone, todayAt };
    const now = clock.now();
    zone = clock.zone();
    todayAt = clock.dayOf(now).startAt;
    cancel();
    cancel = waitForBorder(now);
    const moved = zone !== before.zone;
    if (moved) view.follow((at) => clock.sameTime(at, before.zone));
    else if (todayAt !== before.todayAt) changed();
    return moved || todayAt !== before.todayAt;
  }

  return {
    look,
    dispose() {
      cancel();
      stopWatching();
    },
  };
}
