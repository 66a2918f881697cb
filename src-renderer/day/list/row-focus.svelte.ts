/** Which row of a list is its one tab stop. Keys name rows across changes of the list. */
export type RowFocus = {
  /** Undefined for an empty list. */
  readonly key: string | undefined;
  readonly index: number;
  readonly set: (key: string) => void;
  /** The row so many steps away, held at the ends. */
  readonly step: (by: number) => string | undefined;
};

/** Where the row is gone, its place in the list stays: the one that moved up has the focus, or the last. */
export function createRowFocus(keys: () => readonly string[]): RowFocus {
  let wanted = $state<string>();
  let place = 0;
  const index = $derived.by(() => {
    const all = keys();
    const found = wanted === undefined ? -1 : all.indexOf(wanted);
    place = found >= 0 ? found : Math.max(0, Math.min(place, all.length - 1));
    return place;
  });
  const key = $derived(keys()[index]);
  return {
    get key() {
      return key;
    },
    get index() {
      return index;
    },
    set(next) {
      wanted = next;
      place = Math.max(0, keys().indexOf(next));
    },
    step(by) {
      const all = keys();
      return all[Math.max(0, Math.min(index + by, all.length - 1))];
    },
  };
}
