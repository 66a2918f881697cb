import type { Cancel, Timers } from '../../../app/ports/ports.ts';

/** A panel of XFCE asks twice, the second time when it has worked on the first answer: seen after 8 ms. */
const READINGS = 2;
const BETWEEN_READINGS_MS = 20;

export type PanelReadings = {
  /** A panel has read the icon. */
  readonly read: () => void;
  /** Nobody will read it for now. */
  readonly nobody: () => void;
  /** Resolves when panels have read what they need, when nobody will, or after so many milliseconds. */
  readonly until: (mostMs: number) => Promise<void>;
};

/**
 * Whether panels have read all that they need to show the icon, so that main may go on to work that would keep it from
 * answering. Only the start's smoothness hangs on it: a panel that asks later is answered too.
 */
export function createPanelReadings(timers: Timers): PanelReadings {
  let readings = 0;
  let isFinished = false;
  let cancels: readonly Cancel[] = [];
  let finish: () => void;
  const standing = new Promise<void>((resolve) => {
    finish = () => {
      isFinished = true;
      for (const cancel of cancels) cancel();
      cancels = [];
      resolve();
    };
  });

  function within(ms: number): void {
    if (!isFinished) cancels = [...cancels, timers.after(ms, () => finish())];
  }

  return {
    read() {
      readings += 1;
      if (readings >= READINGS) finish();
      else within(BETWEEN_READINGS_MS);
    },
    nobody: () => finish(),
    until(mostMs) {
      within(mostMs);
      return standing;
    },
  };
}
