import type { Clock, Day } from '../ports/ports.ts';
import type { Shown } from './view-state.ts';

/** Whose entries are meant. */
export type EntrySelection =
  { readonly of: 'range'; readonly range: Day } | { readonly of: 'task'; readonly taskId: number };

export function today(clock: Clock): Day {
  return clock.dayOf(clock.now());
}

/** The time that is shown; today where it is all of a task. */
export function rangeOf(shown: Shown, clock: Clock): Day {
  return 'range' in shown ? shown.range : today(clock);
}

export function selectionOf(shown: Shown, clock: Clock): EntrySelection {
  return shown.kind === 'task'
    ? { of: 'task', taskId: shown.taskId }
    : { of: 'range', range: rangeOf(shown, clock) };
}
