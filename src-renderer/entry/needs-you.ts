import type { EntryView } from '#contract';

/** Whether it waits for the person: refused, in question, or changed here and in Toggl Focus. */
export function waitsForYou({ delivery: { state }, conflict }: EntryView): boolean {
  return state === 'rejected' || state === 'in-question' || conflict !== undefined;
}
