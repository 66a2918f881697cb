import type { EntryAction } from '../../words/entry/keyboard-keys.ts';

/** An entry that its day begins with, and what to do with it there. */
export type WantedEntry = { readonly id: string; readonly action?: EntryAction | undefined };
