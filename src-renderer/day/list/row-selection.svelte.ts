/** Selected rows of a list, by key; what is no longer in the list is not selected any more. */
export type RowSelection = {
  readonly keys: readonly string[];
  readonly toggle: (key: string) => void;
  /** Selects all from where the selecting began up to this row. */
  readonly extend: (from: string, to: string) => void;
  /** Selects these and no others. */
  readonly only: (keys: readonly string[]) => void;
  readonly all: () => void;
  readonly none: () => void;
};

/** `inRange` says which rows a range or "all" takes along. */
export function createRowSelection(
  keys: () => readonly string[],
  inRange: (key: string) => boolean,
): RowSelection {
  let chosen = $state.raw<readonly string[]>([]);
  let anchor: string | undefined;
  const present = $derived.by(() => {
    const all = keys();
    return chosen.filter((key) => all.includes(key));
  });
  return {
    get keys() {
      return present;
    },
    toggle(key) {
      chosen = present.includes(key) ? present.filter((other) => other !== key) : [...present, key];
      anchor = key;
    },
    extend(from, to) {
      anchor = anchor !== undefined && present.includes(anchor) ? anchor : from;
      const all = keys();
      const [low, high] = [all.indexOf(anchor), all.indexOf(to)].toSorted((a, b) => a - b);
      chosen = all.slice(low, (high ?? 0) + 1).filter(inRange);
    },
    only(wanted) {
      chosen = wanted;
    },
    all() {
      chosen = keys().filter(inRange);
    },
    none() {
      chosen = [];
      anchor = undefined;
    },
  };
}
