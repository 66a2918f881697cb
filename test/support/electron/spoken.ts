import type { Page } from 'playwright';

type Heard = { heard: string[] };

/** Notes what a screen reader says by itself from now on: each text that comes into a live region. */
export async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const ear = globalThis as unknown as Heard;
    ear.heard = [];
    const last = new WeakMap<Element, string>();
    const note = () => {
      for (const region of document.querySelectorAll('[role=status], [role=alert]')) {
        const text = region.textContent.replace(/\s+/g, ' ').trim();
        if (text !== '' && text !== last.get(region)) ear.heard.push(text);
        last.set(region, text);
      }
    };
    note();
    ear.heard = [];
    const all = { subtree: true, childList: true, characterData: true };
    new MutationObserver(note).observe(document.body, all);
  });
  return () => page.evaluate(() => (globalThis as unknown as Heard).heard.splice(0));
}
