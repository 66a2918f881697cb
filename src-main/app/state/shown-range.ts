import type { EntriesFilter } from '#contract';
import type { Clock, Day } from '../ports/ports.ts';
import type { Shown } from './view-state.ts';

/** Whose entries are meant. */
export type EntrySelection =
  | { readonly of: 'range'; readonly range: Day; readonly filter?: EntriesFilter | undefined }
  | { readonly of: 'task'; readonly taskId: number };

export function today(clock: Clock): Day {
  return clock.dayOf(clock.now());
}

/** The time that is shown; today where it is all of a task. */
export function rangeOf(shown: Shown, clock: Clock): Day {
  return 'range' in shown ? shown.range : today(clock);
}

export function selectionOf(shown: Shown, clock: Clock): EntrySelection {
  if (shown.kind === 'task') return { of: 'task', taskId: shown.taskId };
  const filter = shown.kind === 'range' ? shown.filter : undefined;
  return { of: 'range', range: rangeOf(shown, clock), filter };
}
