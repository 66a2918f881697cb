import type { LiveState } from '../state/connection-and-live-state.ts';

/** Entries that were there twice are taken away for a person, who is told so. */
export function announceRemovedDuplicates(live: LiveState, count: number): void {
  if (count > 0) live.set({ notice: { kind: 'twins-removed', count } });
}
