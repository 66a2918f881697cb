import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { packagedApp, type PackagedApp } from '../../support/electron/packaged-app.ts';
import { firstPackagedRun } from '../../support/packaged/run.ts';
import { press } from '../../support/electron/popup-steps.ts';
import { workField } from '../../support/main-job/popup.ts';
import { sharedSession } from '../../support/stint-run.ts';

let app: PackagedApp;
beforeAll(async () => {
  app = await packagedApp();
}, 120_000);
const session = sharedSession();

/** A field of the browser's own, as a person reads it: `01.11.2026` without the figures, `d.m.y`. */
async function orderOfDateField(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as {
    readonly nodes: readonly {
      readonly role?: { readonly value?: unknown };
      readonly name?: { readonly value?: unknown };
    }[];
  };
  const parts = nodes.map(({ role, name }) => [String(role?.value), String(name?.value)] as const);
  const at = parts.findIndex(([role]) => role === 'spinbutton');
  return parts
    .slice(at, at + 5)
    .map(([role, name]) => (role === 'spinbutton' ? name.charAt(0).toLowerCase() : name))
    .join('')
    .replaceAll(/\p{Cf}/gu, '');
}

/** With plain blanks for the narrow ones around a dash. */
async function title(page: Page): Promise<string> {
  const words = await page.getByRole('heading', { level: 2 }).first().innerText();
  return words.replaceAll(/\s/gu, ' ');
}

/** In the week of the 1st of November 2026, a Sunday, seen from a day in it. */
async function writtenBy(page: Page) {
  await press(page, 'Try the demo');
  await workField(page).waitFor();
  await page.getByRole('button', { name: 'Go to date' }).waitFor();
  await page.keyboard.press('Alt+g');
  const date = page.getByLabel('Date', { exact: true });
  const field = await orderOfDateField(page);
  await date.fill('2026-11-04');
  await date.press('Enter');
  const day = await title(page);
  await press(page, 'Week');
  const week = await title(page);
  await press(page, 'Settings');
  const calendar = await page.getByText('Week starts on').innerText();
  return { field, day, week, calendar };
}

describe('a packaged Stint writes as its person does', () => {
  it.each([
    ['en_US.UTF-8', 'm/d/y', 'Wednesday, Nov 4', 'Nov 1 – 7', 'Sunday, 12-hour'],
    ['en_GB.UTF-8', 'd/m/y', 'Wednesday 4 Nov', '2–8 Nov', 'Monday, 24-hour'],
    ['de_DE.UTF-8', 'd.m.y', 'Wednesday, 4 Nov', '2–8 Nov', 'Monday, 24-hour'],
    ['pt_BR.UTF-8', 'd/m/y', 'Wednesday 4 Nov', '1–7 Nov', 'Sunday, 24-hour'],
    ['sv_SE.UTF-8', 'y-m-d', 'Wednesday, 4 Nov', '2–8 Nov', 'Monday, 24-hour'],
    ['ja_JP.UTF-8', 'y/m/d', 'Wednesday, 4 Nov', '1–7 Nov', 'Sunday, 24-hour'],
    ['ar_EG.UTF-8', 'd/m/y', 'Wednesday 4 Nov', '31 Oct – 6 Nov', 'Saturday, 12-hour'],
  ] as const)('with %s', async (locale, ...written) => {
    const [field, day, week, calendar] = written;
    const userDataDir = join(session().home, randomUUID());
    const env = { LANG: locale, LC_ALL: '', LC_TIME: '', LC_NUMERIC: '', TZ: 'Europe/Berlin' };
    const page = await firstPackagedRun(app, { session: session(), userDataDir, env });
    expect(await writtenBy(page)).toEqual({
      field,
      day,
      week,
      calendar: `Week starts on ${calendar} clock (as on this computer)`,
    });
  });
});
