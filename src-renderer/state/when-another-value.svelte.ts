import { untrack } from 'svelte';

/** Calls back whenever the value has become another one; the first is not. Call it while a component is being set up. */
export function whenAnother(value: () => unknown, changed: () => void): void {
  let known = untrack(value);
  $effect(() => {
    const next = value();
    if (next !== known) untrack(changed);
    known = next;
  });
}
