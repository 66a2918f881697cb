import type { Page } from 'playwright';
import { until } from '../until.ts';

/** A person who has no mouse, and looks where the focus is after each key. */
export type Keyboard = {
  /** Presses a key, `Tab` or `Shift+Tab`, and then looks. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses Tab until the focus is on what has this name, or matches it; throws with the names on the way. */
  tabTo(name: string | RegExp): Promise<void>;
  /** The name of what has the focus. */
  focused(): Promise<string>;
  /** Waits until what has this name has the focus. */
  awaitFocus(name: string): Promise<void>;
};

const MOST_STOPS = 30;

type Focus = { readonly name: string; readonly lost: boolean; readonly shown: boolean };

function look(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || active === document.body) {
      return { name: '', lost: true, shown: false };
    }
    const { labels } = active as HTMLInputElement;
    const labelledBy = document.getElementById(active.getAttribute('aria-labelledby') ?? '');
    const name =
      active.getAttribute('aria-label') ?? (labels?.[0] ?? labelledBy ?? active).textContent;
    const { outlineStyle, outlineWidth } = getComputedStyle(active);
    const shown = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    return { name: name.trim(), lost: false, shown };
  });
}

function isCalled(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
}

/** Every key is followed by a look: the focus must be somewhere, and to be seen there. */
export function createKeyboard(page: Page): Keyboard {
  const settled = () =>
    until(
      async () => {
        const focus = await look(page);
        return !focus.lost && focus.shown && focus;
      },
      'the focus is on something that shows it',
      2000,
    );

  async function press(key: string): Promise<void> {
    await page.keyboard.press(key);
    await settled();
  }

  const focused = async () => (await settled()).name;

  return {
    press,
    focused,
    async type(text) {
      await page.keyboard.type(text);
      await settled();
    },
    async tabTo(name) {
      const passed: string[] = [await focused()];
      while (!isCalled(passed.at(-1) ?? '', name)) {
        if (passed.length > MOST_STOPS) {
          throw new Error(`Tab does not lead to ${String(name)}, only to: ${passed.join(', ')}`);
        }
        await press('Tab');
        passed.push(await focused());
      }
    },
    awaitFocus: async (name) => {
      await until(async () => (await look(page)).name === name, `the focus is on "${name}"`);
    },
  };
}
