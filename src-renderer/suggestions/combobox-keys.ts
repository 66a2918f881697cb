/** What a key asks of a text field with a list of choices. */
export type ComboboxAction = 'open' | 'close' | 'take' | 'create' | 'leave' | 'give-up' | Step;

type Step = 'next' | 'previous' | 'page-down' | 'page-up';

type Press = {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  /** The key goes into a word that an input method is still putting together. */
  readonly isComposing: boolean;
};

const PAGE = 10;

const closedDeeds: Readonly<Record<string, ComboboxAction>> = {
  ArrowDown: 'open',
  ArrowUp: 'open',
  'Alt+ArrowDown': 'open',
  Escape: 'give-up',
};

const openDeeds: Readonly<Record<string, ComboboxAction>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'page-down',
  PageUp: 'page-up',
  'Alt+ArrowUp': 'close',
  Enter: 'take',
  Escape: 'give-up',
  Tab: 'leave',
  'Shift+Tab': 'leave',
};

/**
 * By the ARIA pattern of an editable combobox with list autocomplete. Undefined where the key is the
 * text's: letters, Home and End, and whatever is held with Ctrl or Cmd but Enter, which creates: what everybody in
 * the workspace gets to see has a key of its own.
 */
export function comboboxAction(press: Press, open: boolean): ComboboxAction | undefined {
  if (press.isComposing) return undefined;
  if (press.ctrlKey || press.metaKey) return open && isCreate(press) ? 'create' : undefined;
  const chord = `${press.altKey ? 'Alt+' : ''}${press.shiftKey ? 'Shift+' : ''}${press.key}`;
  return (open ? openDeeds : closedDeeds)[chord];
}

/** Whether the key writes into the text or takes from it. */
export function changesText({ key, ctrlKey, metaKey, altKey }: Press): boolean {
  return !(ctrlKey || metaKey || altKey) && /^(.|Backspace|Delete|Process)$/u.test(key);
}

function isCreate({ key, altKey, shiftKey }: Press): boolean {
  return key === 'Enter' && !altKey && !shiftKey;
}

/** The row that stands out after the step: one at a time and round the ends, or a page and no further than them. */
export function steppedTo(
  rows: readonly string[],
  from: string | undefined,
  step: Step,
): string | undefined {
  const at = from === undefined ? -1 : rows.indexOf(from);
  const last = rows.length - 1;
  if (step === 'next') return rows[at === last ? 0 : at + 1];
  if (step === 'previous') return rows[at <= 0 ? last : at - 1];
  return rows[step === 'page-down' ? Math.min(at + PAGE, last) : Math.max(at - PAGE, 0)];
}
