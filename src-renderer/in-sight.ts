import type { StintBridge } from '#contract';

/** Where no frame comes, of a window that lies behind others for one, what waits for it is not kept waiting. */
const LONGEST_MS = 400;

/** Calls back each time that the popup was shown and its frame is out: the second one begins when the first has gone. */
export function onInSight(onShown: StintBridge['onShown'], listener: () => void): void {
  onShown((shown) => {
    if (!shown) return;
    let over = false;
    function once(): void {
      if (over) return;
      over = true;
      clearTimeout(bound);
      listener();
    }
    const bound = setTimeout(once, LONGEST_MS);
    requestAnimationFrame(() => requestAnimationFrame(once));
  });
}
