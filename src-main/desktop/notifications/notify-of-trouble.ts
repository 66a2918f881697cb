import type { Snapshot } from '#contract';
import type { Clock } from '../../app/ports/ports.ts';
import type { Stint } from '../../app/stint.ts';
import { whatToNotify, type Notification, type Trouble } from './what-to-notify.ts';

/** The system's way to tell a person something; where it has none, nothing is told. */
export type Notifier = {
  /** Takes the place of the one before. `opened` is called when the person clicks it. */
  show(notification: Notification, opened: () => void): void;
  dispose(): void;
};

export type TroubleSources = {
  readonly stint: Pick<Stint, 'snapshot' | 'onSnapshot' | 'command'>;
  readonly notifier: Notifier;
  /** Whether the popup is on the screen, which tells by itself. */
  readonly isSeen: () => boolean;
  readonly openPopup: () => void;
  readonly clock: Pick<Clock, 'monotonic'>;
};

/** A backlog is refused entry by entry: one word is enough for all of it. */
const SAME_TROUBLE_MS = 60_000;

/** Tells of what waits for the person, once each time that it comes. Returns what ends it. */
export function notifyOfTrouble(sources: TroubleSources): () => void {
  const { stint, notifier, isSeen, clock } = sources;
  const toldAt = new Map<Trouble, number>();
  let before: Snapshot = stint.snapshot();

  function take(now: Snapshot): void {
    const notification = whatToNotify(before, now);
    before = now;
    if (notification === undefined || isSeen()) return;
    const at = clock.monotonic();
    const last = toldAt.get(notification.about);
    if (last !== undefined && at - last < SAME_TROUBLE_MS) return;
    toldAt.set(notification.about, at);
    notifier.show(notification, () => bringThere(sources, notification.about));
  }

  const stop = stint.onSnapshot(take);
  return () => {
    stop();
    notifier.dispose();
  };
}

function bringThere(
  { stint, openPopup }: Pick<TroubleSources, 'stint' | 'openPopup'>,
  about: Trouble,
): void {
  openPopup();
  // Later, for a popup that is made anew begins with today.
  if (about !== 'key' && about !== 'away') void stint.command({ type: 'show/needs-you' });
}
