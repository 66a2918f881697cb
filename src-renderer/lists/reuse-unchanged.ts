/**
 * Gives what says the same as before as the very same object. Each push brings all of a day anew, and of two hundred
 * entries only what differs is to be drawn again.
 */
export function createKept<Value>(): (value: Value) => Value {
  let kept: { readonly value: Value; readonly text: string } | undefined;
  return (value) => {
    const text = JSON.stringify(value);
    if (kept?.text !== text) kept = { value, text };
    return kept.value;
  };
}

/** The same for each item of a list; where none differs, the list is the very same too. */
export function createKeptItems<Item>(
  keyOf: (item: Item) => string,
): (items: readonly Item[]) => readonly Item[] {
  let keeping = new Map<string, (item: Item) => Item>();
  let last: readonly Item[] = [];
  return (items) => {
    const next: typeof keeping = new Map();
    const kept = new Map<string, Item>();
    for (const item of items) {
      const key = keyOf(item);
      const keep = keeping.get(key) ?? createKept<Item>();
      next.set(key, keep);
      kept.set(key, keep(item));
    }
    keeping = next;
    const now = [...kept.values()];
    if (now.length !== last.length || now.some((item, at) => item !== last[at])) last = now;
    return last;
  };
}
