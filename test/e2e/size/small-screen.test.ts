import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { startDesktopSession, type DesktopSession } from '../../support/desktop-session/session.ts';
import { axeFindings } from '../../support/electron/axe.ts';
import { connect, snapshotOf, track } from '../../support/electron/popup-steps.ts';
import { TASK_A, TASK_B, type FaultServer } from '../../support/server/fault-server.ts';
import { onRow } from '../../support/review/list.ts';
import { clippedTexts } from '../../support/size/clipped-text.ts';
import { openServer, runStint, type StintRun } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

let session: DesktopSession;
let server: FaultServer;
let app: StintRun;
let page: Page;

beforeAll(async () => {
  session = await startDesktopSession({ width: 360, height: 640 });
});
afterAll(() => session.stop());

beforeEach(async () => {
  server = await openServer();
  app = await runStint({ session, server });
  page = await app.openPopup();
});

async function enlarge(): Promise<void> {
  const size = async () => page.evaluate(() => innerWidth);
  for (let presses = 0; presses < 5; presses += 1) await session.screen.key('ctrl+plus');
  await until(async () => (await size()) === 180, 'the text is twice as large');
  await until(async () => page.evaluate(() => innerHeight === 320), 'the popup is the screen');
}

/** Nothing is cut, and whatever is there can be brought into sight. */
async function isReadable(): Promise<void> {
  expect(await clippedTexts(page)).toEqual([]);
  const { wide, hidden } = await page.evaluate(() => {
    const main = document.querySelector('main');
    const last = main?.lastElementChild;
    last?.scrollIntoView({ block: 'end' });
    const end = last?.getBoundingClientRect().bottom ?? 0;
    const seen = {
      wide: document.documentElement.scrollWidth > innerWidth,
      hidden: end > innerHeight + 1,
    };
    main?.scrollTo({ top: 0 });
    return seen;
  });
  expect({ wide, hidden }).toEqual({ wide: false, hidden: false });
}

const picture = async (name: string) => {
  const folder = process.env['STINT_PICTURES'];
  if (folder !== undefined) await session.screenshot(`${folder}/${name}.png`);
};

describe('at twice the text size on the smallest screen nothing is cut', () => {
  it('where an account is connected', async () => {
    await enlarge();
    await page.getByText('More ways to connect').click();
    await picture('connect');
    await isReadable();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('in the settings, all of them opened', async () => {
    await connect(page, server);
    await enlarge();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByText('Engineering, Northwind').waitFor();
    await picture('settings');
    await page.getByText('What is new').click();
    await page.getByRole('listitem').first().waitFor();
    await page.getByText('Report a problem').click();
    await isReadable();
    await page.getByRole('button', { name: 'Save the file…' }).scrollIntoViewIfNeeded();
    await picture('help');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('in the day, the week, a range, and the keys', async () => {
    await connect(page, server);
    await track(page, TASK_A.name);
    await track(page, TASK_B.name);
    await enlarge();
    await picture('day');
    await isReadable();
    for (const [key, kind] of [
      ['Alt+W', 'week'],
      ['Control+F', 'range'],
    ] as const) {
      await page.keyboard.press(key);
      await until(async () => (await snapshotOf(page)).shown.kind === kind, `a ${kind} is shown`);
      await picture(kind);
      await isReadable();
    }
    await page.keyboard.press('F1');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await picture('keys');
    expect(await clippedTexts(page)).toEqual([]);
  });
});

it('at each size between, nothing scrolls sideways, and what can be done with a selection is in sight', async () => {
  await connect(page, server);
  await track(page, TASK_A.name);
  await track(page, TASK_B.name);
  for (const percent of [110, 125, 150, 175]) {
    await session.screen.key('ctrl+plus');
    const width = Math.round(36_000 / percent);
    const is = () => page.evaluate(() => innerWidth);
    await until(async () => Math.abs((await is()) - width) <= 1, `the text has ${percent} %`);
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('main, main *, html')]
        .filter((each) => each.scrollWidth > each.clientWidth + 1)
        .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowX))
        .map((each) => each.className),
    );
    expect(wide).toEqual([]);
    await onRow(page, TASK_A.name, 'Space');
    const bar = page.getByRole('group', { name: 'Selected entries' });
    const { y = 0, height = 0 } = (await bar.boundingBox()) ?? {};
    const below = await page.evaluate(() => innerHeight);
    expect(y + height).toBeLessThanOrEqual(below);
    await page.keyboard.press('Escape');
  }
});
