/**
 * Each thing once, by its key, the first of those that share one: a keyed list that meets a key twice draws nothing
 * at all. For lists whose rows keep something, a focus for one; others go by their place.
 */
export function once<T>(things: readonly T[], keyOf: (thing: T) => string | number): readonly T[] {
  const byKey = new Map<string | number, T>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (!byKey.has(key)) byKey.set(key, thing);
  }
  return [...byKey.values()];
}
