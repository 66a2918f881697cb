/** Whatever a person does then, they look for themselves. */
const DEEDS = ['wheel', 'keydown', 'pointerdown', 'focusout'] as const;

/**
 * Brings the row into sight with all that it says. What is around it is drawn only once it is near, and
 * would push it out of sight again: it is held there until the person does something.
 */
export function keepRowInSight(row: Element, list: Element): void {
  const observer = new ResizeObserver(() => row.scrollIntoView({ block: 'nearest' }));
  const ended = new AbortController();
  for (const effect of DEEDS) {
    document.addEventListener(effect, () => ended.abort(), { capture: true, signal: ended.signal });
  }
  ended.signal.addEventListener('abort', () => observer.disconnect());
  observer.observe(list);
}
