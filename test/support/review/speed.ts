import type { Page } from 'playwright';

/**
 * Lets the page note, for each key, how long it takes from the key press until the frame is painted in
 * which the list of entries has changed.
 */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const found: number[] = [];
    (globalThis as unknown as { measured: number[] }).measured = found;
    let pressedAt: number | undefined;
    window.addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), true);
    const painted = new MessageChannel();
    let startedAt = 0;
    // A message that is sent in the frame is heard right after it was painted.
    painted.port1.onmessage = () => found.push(performance.now() - startedAt);
    new MutationObserver(() => {
      if (pressedAt === undefined) return;
      startedAt = pressedAt;
      pressedAt = undefined;
      requestAnimationFrame(() => painted.port2.postMessage(undefined));
    }).observe(document.querySelector('[role=grid]') ?? document.body, {
      attributes: true,
      attributeFilter: ['aria-label', 'aria-selected'],
      childList: true,
      subtree: true,
    });
  });
}

/** In milliseconds, one for each key that changed something, shortest first. */
export async function timesToPaint(page: Page): Promise<readonly number[]> {
  const found = await page.evaluate(
    () => (globalThis as unknown as { readonly measured: readonly number[] }).measured,
  );
  return found.toSorted((one, other) => one - other);
}
