import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import type { Command, Search, ToldSnapshot, StintBridge } from '#contract';
import { projectRoot } from '../electron/electron-app.ts';

type Asked =
  | { readonly way: 'command'; readonly message: Command }
  | { readonly way: 'search'; readonly message: Search };

declare const stint: StintBridge;

const PAGE = 'http://stint.test/';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Opens the built popup in this browser; all that its page asks and is told goes through the page of the real app. */
export async function openInBrowser(
  executablePath: string,
  real: Page,
  now: number,
): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox'],
    // The app has them, and they take their place.
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
  const page = await browser.newPage({ viewport: await sizeOf(real), timezoneId: 'UTC' });
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = join(projectRoot, 'out/renderer', pathname === '/' ? 'index.html' : pathname);
    const contentType = TYPES[extname(file)] ?? 'text/plain';
    await route.fulfill({ body: await readFile(file), contentType });
  });
  await page.exposeFunction('askMain', (asked: Asked) =>
    real.evaluate(
      ({ way, message }): Promise<unknown> =>
        way === 'search' ? stint.search(message) : stint.command(message),
      asked,
    ),
  );
  // The loader that runs this file marks the names of functions by one that a page has not.
  const namesNothing = 'globalThis.__name = (it) => it';
  await real.evaluate(namesNothing);
  await page.addInitScript(namesNothing);
  await page.addInitScript(playBridge, now);
  await real.exposeFunction('tellBrowser', (snapshot: ToldSnapshot) =>
    page.evaluate(
      (told) => (Reflect.get(globalThis, 'hear') as (it: ToldSnapshot) => void)(told),
      snapshot,
    ),
  );
  await real.evaluate(() => {
    stint.onSnapshot((snapshot) => {
      (Reflect.get(globalThis, 'tellBrowser') as (it: ToldSnapshot) => void)(snapshot);
    });
  });
  await page.goto(PAGE);
  return { browser, page };
}

function sizeOf(page: Page): Promise<{ width: number; height: number }> {
  return page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
}

/** Put there by `exposeFunction`. */
declare const askMain: <T>(asked: Asked) => Promise<T>;

/** What the preload script puts there in the app. Runs in the page, where nothing of this file is known. */
function playBridge(now: number): void {
  Date.now = () => now;
  const listeners = new Set<(snapshot: ToldSnapshot) => void>();
  const bridge: StintBridge = {
    command: (message) => askMain({ way: 'command', message }),
    search: (message) => askMain({ way: 'search', message }),
    onSnapshot: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onShowing: () => () => undefined,
  };
  Object.assign(globalThis, {
    stint: bridge,
    hear: (snapshot: ToldSnapshot) => listeners.forEach((listener) => listener(snapshot)),
  });
}
