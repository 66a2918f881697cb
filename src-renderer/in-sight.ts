import type { StintBridge } from '#contract';

/** Where no frame comes, of a window that lies behind others for one, what waits for it is not kept waiting. */
const LONGEST_MS = 400;

/** Calls back each time that the popup is on the screen and its frame out: the second one begins when the first has gone. */
export function onInSight(onShowing: StintBridge['onShowing'], listener: () => void): void {
  onShowing((showing) => {
    if (showing !== 'shown') return;
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
