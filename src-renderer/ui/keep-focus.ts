import { tick } from 'svelte';

/**
 * To be called before the page is drawn anew: where what has the focus goes with the old drawing,
 * the focus is given somewhere else instead of to nothing.
 */
export function keepFocus(elsewhere: () => void): void {
  const held = document.activeElement;
  void tick().then(() => {
    if (held !== document.body && document.activeElement === document.body) elsewhere();
  });
}
