import { createContext, onDestroy } from 'svelte';

/** What the keys that work anywhere in the popup ask for. */
export type Shortcut =
  | 'help'
  | 'undo'
  | 'redo'
  | 'back'
  | 'forward'
  | 'today'
  | 'week'
  | 'go-to-date'
  | 'list'
  | 'find'
  | 'tasks'
  /** No key's: the popup was closed, and begins anew where a timer is started or stopped. */
  | 'begin'
  | 'add'
  | 'refresh'
  | 'export';

/** The part of a KeyboardEvent that a shortcut is told from. */
export type KeyPress = {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
};

/** `mod` is Ctrl, and Cmd on macOS. */
const shortcuts: Readonly<Record<string, Shortcut>> = {
  f1: 'help',
  '?': 'help',
  'mod+z': 'undo',
  'mod+shift+z': 'redo',
  'alt+arrowleft': 'back',
  'alt+arrowright': 'forward',
  'alt+t': 'today',
  'alt+w': 'week',
  'alt+g': 'go-to-date',
  f6: 'list',
  'mod+f': 'find',
  'mod+k': 'tasks',
  'mod+n': 'add',
  f5: 'refresh',
  'mod+r': 'refresh',
  'mod+e': 'export',
};

/** Those that a text field has a meaning of its own for. */
const leftToText: ReadonlySet<string> = new Set(['?', 'mod+z', 'mod+shift+z']);

/** `mod+shift+z`; layouts differ in whether `?` needs Shift. */
function chordOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyPress, mac: boolean): string {
  const held = [
    (mac ? ctrlKey : metaKey) ? 'other' : undefined,
    (mac ? metaKey : ctrlKey) ? 'mod' : undefined,
    altKey ? 'alt' : undefined,
    shiftKey && key !== '?' ? 'shift' : undefined,
  ];
  return [...held, key.toLowerCase()].filter((part) => part !== undefined).join('+');
}

/** What the press asks for, if anything; `writing` where a text field has the focus. */
export function shortcutOf(
  press: KeyPress,
  { writing, mac }: { readonly writing: boolean; readonly mac: boolean },
): Shortcut | undefined {
  const chord = chordOf(press, mac);
  return writing && leftToText.has(chord) ? undefined : shortcuts[chord];
}

/** Whether what has the focus takes text, and so an undo of its own. */
export function takesText(element: EventTarget | null): boolean {
  if (element instanceof HTMLInputElement) return !/^(radio|checkbox|button)$/.test(element.type);
  return element instanceof HTMLTextAreaElement;
}

/** Where the parts of the popup say what a shortcut does while they are there. */
export type Shortcuts = {
  /** The latest to say so is asked. Returns the function that takes it back. */
  readonly on: (shortcut: Shortcut, act: () => void) => () => void;
  /** Whether any part was there to act. */
  readonly ask: (shortcut: Shortcut) => boolean;
};

/**
 * A key that nothing more particular took: open lists, dialogs and forms take theirs before, and say so by preventing the
 * default. Escape leads a step back; an open dialog leaves no other key to what is behind it.
 */
export function carryOutAnywhere(
  event: KeyboardEvent,
  {
    ask,
    goBack,
    mac,
  }: Pick<Shortcuts, 'ask'> & { readonly goBack: () => void; readonly mac: boolean },
): void {
  if (event.defaultPrevented || event.isComposing) return;
  if (event.key === 'Escape') {
    goBack();
    return;
  }
  if (document.querySelector('dialog[open]') !== null) return;
  const shortcut = shortcutOf(event, { writing: takesText(document.activeElement), mac });
  if (shortcut !== undefined && ask(shortcut)) event.preventDefault();
}

export function createShortcuts(): Shortcuts {
  const acts = new Map<Shortcut, readonly (() => void)[]>();
  return {
    on: (shortcut, act) => {
      acts.set(shortcut, [...(acts.get(shortcut) ?? []), act]);
      return () => {
        acts.set(
          shortcut,
          (acts.get(shortcut) ?? []).filter((other) => other !== act),
        );
      };
    },
    ask: (shortcut) => {
      const act = acts.get(shortcut)?.at(-1);
      act?.();
      return act !== undefined;
    },
  };
}

const [getShortcuts, setShortcuts] = createContext<Shortcuts>();
export { setShortcuts };

/** What a button does that stands for a key. Call it while the component is being set up. */
export function askShortcut(shortcut: Shortcut): () => void {
  const { ask } = getShortcuts();
  return () => void ask(shortcut);
}

/**
 * While the calling component is there, the shortcut does this. Call it while the component is
 * being set up: what is within another is set up after it, and so is asked before it.
 */
export function onShortcut(shortcut: Shortcut, act: () => void): void {
  onDestroy(getShortcuts().on(shortcut, act));
}
