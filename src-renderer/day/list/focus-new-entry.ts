import type { Command, Snapshot } from '#contract';
import type { Popup } from '../../state/popup-state.svelte.ts';

/** Waits for the entry that a command brings into the list, or an undo back into it. */
export type NewEntryFocus = {
  /** Sends, and remembers what the list held where something new comes of it. */
  readonly send: Popup['send'];
  /** The new one among these keys, once. Call it whenever the list has changed. */
  readonly find: (keys: readonly string[], undoneAt: Undone) => string | undefined;
};

const bringsNew: ReadonlySet<Command['type']> = new Set([
  'entry/add',
  'entry/split',
  'entry/duplicate',
  'entries/restore',
  'gaps/fill',
]);

/** When what could be done again was done: another one where something was undone since. */
type Undone = NonNullable<Snapshot['redo']>['at'] | undefined;

type Wait = { readonly known: readonly string[]; answered: boolean };

/** `keys` tells the entries that the list holds at this moment. */
export function createNewEntryFocus(
  send: Popup['send'],
  keys: () => readonly string[],
): NewEntryFocus {
  let wait: Wait | undefined;
  let before: { readonly keys: readonly string[]; readonly undoneAt: Undone } | undefined;

  /** What the list held before an undo; what it holds now where nothing was undone. */
  function beforeUndo(now: readonly string[], undoneAt: Undone): readonly string[] {
    const last = before ?? { keys: now, undoneAt };
    before = { keys: now, undoneAt };
    return undoneAt === undefined || undoneAt === last.undoneAt ? now : last.keys;
  }

  return {
    async send(command) {
      const mine = bringsNew.has(command.type) ? { known: keys(), answered: false } : undefined;
      if (mine !== undefined) wait = mine;
      const result = await send(command);
      if (mine !== undefined) mine.answered = true;
      if (!result.ok && wait === mine) wait = undefined;
      return result;
    },
    find(now, undoneAt) {
      const undone = beforeUndo(now, undoneAt);
      const known = wait?.known ?? undone;
      const fresh = now.find((key) => !known.includes(key));
      // What comes with a later change was made by somebody else.
      if (fresh !== undefined || wait?.answered === true) wait = undefined;
      return fresh;
    },
  };
}
