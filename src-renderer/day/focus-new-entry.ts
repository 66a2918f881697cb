import type { Command } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';

/** Waits for the entry that a command brings into the list. */
export type NewEntryFocus = {
  /** Sends, and remembers what the list held where something new comes of it. */
  readonly send: Popup['send'];
  /** The new one among these keys, once. Call it whenever the list has changed. */
  readonly find: (keys: readonly string[]) => string | undefined;
};

const bringsNew: ReadonlySet<Command['type']> = new Set([
  'entry/add',
  'entry/split',
  'entry/duplicate',
  'entries/restore',
  'gaps/fill',
]);

type Wait = { readonly known: readonly string[]; answered: boolean };

/** `keys` tells the entries that the list holds at this moment. */
export function createNewEntryFocus(
  send: Popup['send'],
  keys: () => readonly string[],
): NewEntryFocus {
  let wait: Wait | undefined;
  return {
    async send(command) {
      const mine = bringsNew.has(command.type) ? { known: keys(), answered: false } : undefined;
      if (mine !== undefined) wait = mine;
      const result = await send(command);
      if (mine !== undefined) mine.answered = true;
      if (!result.ok && wait === mine) wait = undefined;
      return result;
    },
    find(now) {
      const known = wait?.known ?? now;
      const fresh = now.find((key) => !known.includes(key));
      // What comes with a later change was made by somebody else.
      if (fresh !== undefined || wait?.answered === true) wait = undefined;
      return fresh;
    },
  };
}
