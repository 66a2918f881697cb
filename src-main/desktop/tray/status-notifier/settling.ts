import type { Cancel, Timers } from '../../../app/ports/ports.ts';

/** A panel of XFCE asks twice, the second time when it has worked on the first answer: seen after 8 ms. */
const READINGS = 2;
const BETWEEN_READINGS_MS = 20;

export type DeliveryRecord = {
  /** A panel has read the icon. */
  readonly read: () => void;
  /** Nobody will read it for now. */
  readonly nobody: () => void;
  /** Resolves when panels have read what they need, when nobody will, or after so many milliseconds. */
  readonly until: (mostMs: number) => Promise<void>;
};

/** Whether the icon stands, by what panels do. */
export function createDeliveryRecord(timers: Timers): DeliveryRecord {
  let readings = 0;
  let settled = false;
  let cancels: readonly Cancel[] = [];
  let recordCreated: () => void;
  const standing = new Promise<void>((resolve) => {
    recordCreated = () => {
      settled = true;
      for (const cancel of cancels) cancel();
      cancels = [];
      resolve();
    };
  });

  function within(ms: number): void {
    if (!settled) cancels = [...cancels, timers.after(ms, () => recordCreated())];
  }

  return {
    read() {
      readings += 1;
      if (readings >= READINGS) recordCreated();
      else within(BETWEEN_READINGS_MS);
    },
    nobody: () => recordCreated(),
    until(mostMs) {
      within(mostMs);
      return standing;
    },
  };
}
