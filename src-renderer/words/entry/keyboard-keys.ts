/** What can be done with a focused entry, by the letter that does it. */
export type EntryAction =
  | 'edit'
  | 'continue'
  | 'split'
  | 'duplicate'
  | 'delete'
  | 'archive'
  | 'move'
  | 'shift'
  | 'fill'
  | 'kind'
  | 'trim-earlier'
  | 'trim-later'
  | 'merge'
  | 'details'
  | 'keep-mine'
  | 'take-theirs'
  | 'send-again'
  | 'task-entries'
  | 'pin';

/** Keys of one row do the same; `Ctrl` stands for the command key on a Mac. */
export type KeyRow = { readonly keys: readonly string[]; readonly does: string };
export type ActionRow = KeyRow & { readonly action: EntryAction };
export type KeyGroup = { readonly title: string; readonly rows: readonly KeyRow[] };

/** The list acts by this table, and the menu of a row shows its words; the four common ones first. */
export const entryKeys: readonly ActionRow[] = [
  { action: 'edit', keys: ['Enter', 'E'], does: 'Edit' },
  { action: 'continue', keys: ['C'], does: 'Continue' },
  { action: 'duplicate', keys: ['D'], does: 'Duplicate' },
  { action: 'delete', keys: ['Delete'], does: 'Delete' },
  { action: 'split', keys: ['S'], does: 'Split' },
  { action: 'archive', keys: ['A'], does: 'Archive or take back' },
  { action: 'move', keys: ['M'], does: 'Move to another task' },
  { action: 'shift', keys: ['H'], does: 'Earlier or later' },
  { action: 'fill', keys: ['F'], does: 'Fill the gap after it' },
  { action: 'kind', keys: ['B'], does: 'Break or activity' },
  { action: 'trim-earlier', keys: ['1'], does: 'Overlap: trim the earlier' },
  { action: 'trim-later', keys: ['2'], does: 'Overlap: trim the later' },
  { action: 'merge', keys: ['3'], does: 'Overlap: merge both' },
  { action: 'details', keys: ['I'], does: 'Details, from Toggl Focus' },
  { action: 'keep-mine', keys: ['K'], does: 'Keep mine, in a conflict or question' },
  { action: 'take-theirs', keys: ['J'], does: 'Use what Toggl Focus has' },
  { action: 'send-again', keys: ['R'], does: 'Send again what was refused' },
  { action: 'task-entries', keys: ['T'], does: 'All entries of its task' },
  { action: 'pin', keys: ['P'], does: 'Pin its task, or unpin' },
];

/** Of a gap. */
export const gapKeys: readonly ActionRow[] = [
  { action: 'fill', keys: ['F'], does: 'Fill' },
  { action: 'edit', keys: ['Enter', 'E'], does: 'Add an entry here' },
];

/** Told with each row, and so but the most common: the menu tells the others. */
export const rowKeys = 'Enter Space Shift+F10';

const anywhere: readonly KeyRow[] = [
  { keys: ['F1', '?'], does: 'These keys' },
  { keys: ['Ctrl+N'], does: 'Add an entry by hand' },
  { keys: ['Ctrl+Z'], does: 'Undo' },
  { keys: ['Ctrl+Shift+Z'], does: 'Redo' },
  { keys: ['Alt+Left'], does: 'Day or week before' },
  { keys: ['Alt+Right'], does: 'Day or week after' },
  { keys: ['Alt+T'], does: 'Today' },
  { keys: ['Alt+W'], does: 'Week' },
  { keys: ['Alt+G'], does: 'Go to a date' },
  { keys: ['F6'], does: 'To the entries, or the days of a week' },
  { keys: ['Ctrl+F'], does: 'Find entries' },
  { keys: ['Ctrl+K'], does: 'Start something, or switch to it' },
  { keys: ['Ctrl+E'], does: 'Export what is shown' },
  { keys: ['Ctrl+R', 'F5'], does: 'Refresh' },
  { keys: ['Ctrl+Plus', 'Ctrl+-', 'Ctrl+0'], does: 'Text larger, smaller, as it was' },
  { keys: ['Escape'], does: 'Back, then close' },
];

const inTheList: readonly KeyRow[] = [
  { keys: ['Up', 'Down'], does: 'Entry before, entry after' },
  { keys: ['Home', 'End'], does: 'First, last' },
  { keys: ['Space'], does: 'Select' },
  { keys: ['Shift+Up', 'Shift+Down'], does: 'Select further' },
  { keys: ['Ctrl+A'], does: 'Select all' },
  { keys: ['Escape'], does: 'Select nothing' },
  { keys: ['Shift+F10', 'Menu'], does: 'Show what can be done' },
];

const whileEditing: readonly KeyRow[] = [
  { keys: ['Enter'], does: 'Save' },
  { keys: ['Shift+Enter'], does: 'New line in the description' },
  { keys: ['Escape'], does: 'Leave as it was' },
  { keys: ['Alt+P'], does: 'Pin the task, or unpin' },
  { keys: ['Ctrl+Enter'], does: 'Create the task that was typed' },
];

export const keyGroups: readonly KeyGroup[] = [
  { title: 'Anywhere', rows: anywhere },
  { title: 'In the list of entries', rows: inTheList },
  { title: 'On an entry', rows: entryKeys },
  { title: 'While editing', rows: whileEditing },
];

const spoken: Readonly<Record<string, string>> = {
  Up: '↑',
  Plus: '+',
  Down: '↓',
  Left: '←',
  Right: '→',
  Escape: 'Esc',
  Delete: 'Del',
};

/** The parts of a key as they stand on the keyboard: `Ctrl+Z` as `Ctrl` and `Z`. */
export function keyCaps(key: string, mac: boolean): readonly string[] {
  return key.split('+').map((part) => {
    if (mac && part === 'Ctrl') return '⌘';
    if (mac && part === 'Alt') return '⌥';
    return spoken[part] ?? part;
  });
}

export const keysLabels = { title: 'Keys', close: 'Close' };

/** The letter of an action, as its hint shows it. */
export function keyOf(action: EntryAction): string {
  return entryKeys.find((row) => row.action === action)?.keys.at(-1) ?? '';
}
