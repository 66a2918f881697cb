import { type EntryAction, entryKeys } from '../words/entry/keyboard-keys.ts';

/** What a key press on a focused row asks for. */
export type Intent =
  | { readonly kind: 'go'; readonly to: 'up' | 'down' | 'first' | 'last'; readonly extend: boolean }
  | { readonly kind: 'select' | 'select-all' | 'select-none' | 'actions' }
  | { readonly kind: 'act'; readonly action: EntryAction };

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const ways: Readonly<Record<string, 'up' | 'down' | 'first' | 'last'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

const actions: ReadonlyMap<string, EntryAction> = new Map(
  entryKeys.flatMap(({ keys, action }) => keys.map((key) => [key, action] as const)),
);

/** The letter on the key, whatever alphabet the layout writes. */
function capOf({ key, code }: Press): string {
  if (key.length > 1) return key === 'Backspace' ? 'Delete' : key;
  const latin = /^[\p{Script=Latin}\d]$/u.test(key);
  return (latin ? key : code.replace(/^(Key|Digit)/, '')).toUpperCase();
}

function asksForActions({ key, shiftKey }: Press): boolean {
  return key === 'ContextMenu' || (shiftKey && key === 'F10');
}

const onRow: Readonly<Record<string, Intent>> = {
  ' ': { kind: 'select' },
  Escape: { kind: 'select-none' },
};

export function intentOf(press: Press): Intent | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if (altKey) return undefined;
  if (ctrlKey || metaKey) {
    return key.toLowerCase() === 'a' && !shiftKey ? { kind: 'select-all' } : undefined;
  }
  const to = ways[key];
  if (to !== undefined) return { kind: 'go', to, extend: shiftKey };
  if (asksForActions(press)) return { kind: 'actions' };
  const action = actions.get(capOf(press));
  return action === undefined ? onRow[key] : { kind: 'act', action };
}
