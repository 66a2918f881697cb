import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { connect, snapshotOf } from '../../support/electron/popup-steps.ts';
import { popupWindows } from '../../support/opening/popup-windows.ts';
import type { ScreenWindow } from '../../support/desktop-session/screen.ts';
import type { FaultServer } from '../../support/server/fault-server.ts';
import { clippedTexts } from '../../support/size/clipped-text.ts';
import { openServer, runStint, sharedSession, type StintRun } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();
let server: FaultServer;
let app: StintRun;
let page: Page;

beforeEach(async () => {
  server = await openServer();
  app = await runStint({ session: session(), server });
  page = await app.openPopup();
  await connect(page, server);
});

async function window(): Promise<ScreenWindow | undefined> {
  return (await session().screen.windows()).find(({ title }) => title === 'Stint');
}

/** The popup on the screen, once it has that size. */
async function sized(width: number, height: number): Promise<ScreenWindow> {
  let last: ScreenWindow | undefined;
  return until(async () => {
    last = await window();
    return last?.width === width && last.height === height ? last : undefined;
  }, `the popup is ${width} by ${height}`).catch((error: unknown) => {
    throw new Error(`it is ${JSON.stringify(last)}`, { cause: error });
  });
}

async function closeAndOpen(): Promise<void> {
  const { opened, closed } = popupWindows(session());
  await app.item.activate();
  await closed();
  await app.item.activate();
  await opened();
}

async function startAnew(): Promise<void> {
  await app.close();
  app = await runStint({ session: session(), server, folder: app.folder });
  page = await app.openPopup();
}

const textSize = async () => (await snapshotOf(page)).settings.textSize;

describe('the size of the text', () => {
  it('grows by Ctrl and plus with the popup as far as the screen goes, and is kept', async () => {
    const { x, y } = await sized(360, 640);
    for (const percent of [110, 125, 150, 175, 200]) {
      await session().screen.key('ctrl+plus');
      await until(async () => (await textSize()) === percent, `the text has ${percent} %`);
    }
    const large = await sized(720, 800);
    expect(large.y).toBe(0);
    expect(large.x + large.width).toBeLessThanOrEqual(1280);
    expect(await page.evaluate(() => innerWidth)).toBe(360);
    expect(await clippedTexts(page)).toEqual([]);

    await closeAndOpen();
    await sized(720, 800);
    await startAnew();
    await sized(720, 800);
    expect(await page.evaluate(() => innerWidth)).toBe(360);

    await page.keyboard.press('Escape');
    await app.openPopup();
    await session().screen.key('ctrl+minus');
    await until(async () => (await textSize()) === 175, 'the text is smaller');
    await session().screen.key('ctrl+0');
    expect(await sized(360, 640)).toMatchObject({ x, y });
  });

  it('is a choice in the settings, too', async () => {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('combobox', { name: 'Text size' }).selectOption('125 %');
    await sized(450, 800);
    expect(await clippedTexts(page)).toEqual([]);
  });
});

describe('the height of the popup', () => {
  it('follows the mouse that holds its edge, and is kept', async () => {
    const { x, y, width } = await sized(360, 640);
    const { screen } = session();
    const middle = x + width / 2;
    await screen.move(middle, y + 300);
    await screen.move(middle, y + 638);
    await screen.hold(middle, y + 638);
    await screen.move(middle, y + 538);
    expect(await sized(360, 540)).toMatchObject({ x, y });
    await screen.letGo();
    await until(
      async () => (await snapshotOf(page)).settings.popupHeight === 540,
      'the height is kept',
    );
    expect(await sized(360, 540)).toMatchObject({ x, y });

    await startAnew();
    expect(await sized(360, 540)).toMatchObject({ y });

    // The mouse is told in pixels of the screen, whatever the size of the text.
    await screen.key('ctrl+plus');
    const larger = await sized(396, 594);
    await screen.move(larger.x + 180, larger.y + 300);
    await screen.move(larger.x + 180, larger.y + 592);
    await screen.hold(larger.x + 180, larger.y + 592);
    await screen.move(larger.x + 180, larger.y + 698);
    await sized(396, 700);
    await screen.letGo();
    await closeAndOpen();
    await sized(396, 700);
  });

  it('is set by the keyboard in the settings', async () => {
    await page.getByRole('button', { name: 'Settings' }).click();
    const height = page.getByRole('slider', { name: 'Height' });
    await height.focus();
    await page.keyboard.press('ArrowLeft');
    await sized(360, 620);
  });
});

describe('colours', () => {
  it('are those that were chosen, whatever the system has', async () => {
    await page.getByRole('button', { name: 'Settings' }).click();
    // What drives the page plays a light system to it.
    await page.emulateMedia({ colorScheme: null });
    const theme = page.getByRole('combobox', { name: 'Theme' });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await theme.selectOption('dark');
    await until(async () => (await ground()) === 'rgb(25, 24, 22)', 'it is dark');
    await theme.selectOption('light');
    await until(async () => (await ground()) === 'rgb(251, 250, 248)', 'it is light');
  });
});
