import type { Cancel, Timers } from '../../app/ports/ports.ts';

export type PanelEvents = {
  /** Whether a panel shows the icon now; told anew whenever that may have changed. */
  panel(there: boolean): void;
};

export type IconWatchPorts = {
  /** Watches the panels of the desktop; returns how to end that. */
  readonly watch: (events: PanelEvents) => () => void;
  readonly missing: (missing: boolean) => void;
  /** At the start alone: whoever has just started Stint sees nothing of it. */
  readonly missingFromStart: () => void;
  readonly timers: Timers;
};

/** At a login the panel may come after Stint. */
const PATIENCE_MS = 5_000;

/** Sees to it that the icon stands in whatever panel there is, and tells where none shows it. */
export function watchIcon(ports: IconWatchPorts): () => void {
  let starting = true;
  let missing = false;
  let cancel: Cancel | undefined;

  function tell(next: boolean): void {
    if (next !== missing) ports.missing(next);
    missing = next;
    if (missing && starting) ports.missingFromStart();
    starting = false;
  }

  function panel(there: boolean): void {
    if (there) {
      cancel?.();
      cancel = undefined;
      tell(false);
    } else cancel ??= ports.timers.after(PATIENCE_MS, () => tell(true));
  }

  // Also where the desktop does not answer at all.
  panel(false);
  const end = ports.watch({ panel });
  return () => {
    cancel?.();
    end();
  };
}
