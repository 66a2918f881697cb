import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { RunningApp } from '../electron/electron-app.ts';
import { smallPng } from './small-png.ts';

export type Camera = {
  /** What the clock shows from now on, in the app and on the page. */
  setTime(at: number): Promise<void>;
  /** Writes `NAME-light.png` and `NAME-dark.png`. */
  take(name: string): Promise<void>;
};

const SCHEMES = ['light', 'dark'] as const;

export function createCamera(app: RunningApp, page: Page, folder: string): Camera {
  mkdirSync(folder, { recursive: true });
  return {
    async setTime(at) {
      await app.electron.evaluate((_electron, now) => void (Date.now = () => now), at);
      await page.evaluate((now) => void (Date.now = () => now), at);
    },
    async take(name) {
      await page.mouse.move(0, 0); // away from what it would highlight
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        const picture = await page.screenshot({ animations: 'disabled' });
        writeFileSync(join(folder, `${name}-${colorScheme}.png`), smallPng(picture));
      }
    },
  };
}
