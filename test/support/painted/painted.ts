import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { projectRoot } from '../electron/electron-app.ts';
import type { Screen } from '../desktop-session/screen.ts';
import { until } from '../until.ts';
import { hasInk } from './ink.ts';
import { standingIn } from './standing.ts';

/** A row that is not there by then does not come. */
const PATIENCE_MS = 3000;

/**
 * Compares the pixels of the screen with what the page says stands in sight. Returns the words that are not
 * painted, the ones of rows among them; none once all is.
 */
async function unpainted(page: Page, screen: Screen): Promise<readonly string[]> {
  const standing = await standingIn(page);
  const picture = await screen.picture();
  return standing.filter((each) => !hasInk(picture, each)).map(({ words }) => words);
}

/** What stood there instead, for whoever looks into it. */
async function keep(screen: Screen, where: string): Promise<void> {
  const folder = join(projectRoot, 'test-results');
  await mkdir(folder, { recursive: true });
  await screen.screenshot(join(folder, `unpainted, ${where.replaceAll(/[^\w, ]/g, '')}.png`));
}

/** Fails with the words that stand in sight and are not painted. */
export async function expectPainted(page: Page, screen: Screen, where: string): Promise<void> {
  let missing: readonly string[] = [];
  const all = async () => {
    missing = await unpainted(page, screen);
    return missing.length === 0;
  };
  await until(all, 'all is painted', PATIENCE_MS).catch(() => keep(screen, where));
  expect({ where, missing }).toEqual({ where, missing: [] });
}
