import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { resolveElectron } from '../../../scripts/bootstrap/electron.mjs';
import { projectRoot } from '../../support/electron/electron-app.ts';
import { TASK_A, TASK_B, type FaultServer } from '../../support/server/fault-server.ts';
import { chooseTask, startTimer, stopTimer } from '../../support/main-job/popup.ts';
import { allSent, connect, nextPressIsMeant } from '../../support/electron/popup-steps.ts';
import { pressAgain } from '../../support/opening/press-again.ts';
import { openServer, runStint, sharedSession, type StintRun } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();
let server: FaultServer;
let app: StintRun;

beforeEach(async () => {
  server = await openServer();
  app = await runStint({ session: session(), server });
});

const toolTip = async () => (await app.item.properties()).toolTip;
const labels = async () => (await app.item.menu()).map(({ label }) => label);
const waitForFirst = (label: string) =>
  until(async () => (await labels())[0] === label, `the menu begins with "${label}"`);

const popupOnScreen = async () =>
  (await session().screen.windows()).some(({ title }) => title === 'Stint');
const opened = () => until(popupOnScreen, 'the popup is on the screen');
const closed = () => until(async () => !(await popupOnScreen()), 'the popup is off the screen');

describe('the icon', () => {
  it('says that no account is connected, and its menu leads to the popup', async () => {
    expect(await toolTip()).toBe('Stint: not connected');
    expect(await labels()).toEqual(['Connect…', 'Open Stint', 'Quit']);

    await app.item.clickMenu('Connect…');

    await opened();
  });

  it('starts and stops the last task from its menu, which says so after each change', async () => {
    const page = await app.openPopup();
    await connect(page, server);
    await waitForFirst('Start a timer…');
    await chooseTask(page, TASK_A.name);
    await startTimer(page);
    await waitForFirst(`Stop ${TASK_A.name}`);
    expect(await toolTip()).toBe(`${TASK_A.name}, 0 min\nToday 0 min`);

    await nextPressIsMeant(page);
    await app.item.clickMenu(`Stop ${TASK_A.name}`);
    await waitForFirst(`Start ${TASK_A.name}`);
    // A second or two, and a minute to the eye where they cross a full one.
    expect(await toolTip()).toMatch(/^Stint: no timer running\nToday [01] min$/);

    await chooseTask(page, TASK_B.name);
    await startTimer(page);
    await waitForFirst(`Stop ${TASK_B.name}`);
    expect(await labels()).toEqual([
      `Stop ${TASK_B.name}`,
      `Start ${TASK_A.name}`,
      'Open Stint',
      'Quit',
    ]);

    await app.item.clickMenu(`Start ${TASK_A.name}`);
    await waitForFirst(`Stop ${TASK_A.name}`);
    expect(await labels()).toContain(`Start ${TASK_B.name}`);
  });

  it('has a picture of its own for each state', async () => {
    const picture = () => app.item.icon();
    const changedFrom = async (...earlier: readonly Buffer[]) =>
      until(async () => {
        const now = await picture();
        return earlier.every((other) => !other.equals(now)) && now;
      }, 'the picture is one that was not there before');
    const again = (earlier: Buffer) =>
      until(async () => earlier.equals(await picture()), 'an earlier picture is back');
    const page = await app.openPopup();
    const idle = await picture();
    await connect(page, server);

    await chooseTask(page, TASK_A.name);
    await startTimer(page);
    const running = await changedFrom(idle);
    await stopTimer(page);
    await again(idle);

    // What is still under way would wait too, and need attention.
    await allSent(page);
    await server.down();
    await chooseTask(page, TASK_A.name);
    await nextPressIsMeant(page);
    await startTimer(page);
    await again(running);
    await stopTimer(page);
    const attention = await changedFrom(idle, running);
    expect(await toolTip()).toContain('1 entry waiting');
    await chooseTask(page, TASK_A.name);
    await nextPressIsMeant(page);
    await startTimer(page);
    await changedFrom(idle, running, attention);

    await server.up();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await again(running);
  });
});

describe('a left click', () => {
  it('opens the popup, and again closes it', async () => {
    await app.item.activate();
    await opened();

    await pressAgain(app.item);
    await closed();

    await app.item.activate();
    await opened();
  });

  it('starts the last task, or stops, where the person chose so', async () => {
    const page = await app.openPopup();
    await connect(page, server);
    await chooseTask(page, TASK_A.name);
    await startTimer(page);
    await stopTimer(page);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page
      .getByRole('combobox', { name: 'Left click on the icon' })
      .selectOption('starts the last task, or stops');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await closed();

    await nextPressIsMeant(page);
    await app.item.activate();
    await waitForFirst(`Stop ${TASK_A.name}`);
    // A slip of the hand: it is one click that was meant.
    await app.item.activate();
    await nextPressIsMeant(page);
    await waitForFirst(`Stop ${TASK_A.name}`);
    await app.item.activate();
    await waitForFirst(`Start ${TASK_A.name}`);

    expect(await popupOnScreen()).toBe(false);
    await until(() => server.entries().length === 2, 'both entries are in Toggl Focus');
  });
});

describe('the popup', () => {
  /** Gives the focus to another window, as a click into it does. */
  const lookElsewhere = () =>
    app.electron.evaluate(async ({ BrowserWindow }) => {
      const other = new BrowserWindow({ width: 200, height: 100, title: 'Elsewhere' });
      await new Promise<void>((resolve) => {
        other.once('focus', () => resolve());
        other.focus();
      });
    });

  it('closes on Escape', async () => {
    const page = await app.openPopup();
    // A key goes to whatever the window manager has given the keyboard to, and to a page that is drawn.
    await page.getByRole('button', { name: 'Try the demo' }).waitFor();
    await page.waitForFunction(() => document.hasFocus());
    await session().screen.key('Escape');
    await closed();
  });

  it('closes when another window gets the focus', async () => {
    await app.openPopup();
    await lookElsewhere();
    await closed();
  });

  it('opens for a second launch, which ends', async () => {
    const { command, args } = await resolveElectron(projectRoot);
    const flags = [...args, `--user-data-dir=${app.folder}`];
    const second = spawn(command, flags, { env: { ...session().env }, stdio: 'ignore' });

    expect(await once(second, 'exit')).toEqual([0, null]);
    await opened();
    expect(session().tray.items()).toHaveLength(1);
  });
});

describe('Stint ends with every process and exit code 0', () => {
  const ended = async (act: () => unknown) => {
    const exit = once(app.electron.process(), 'exit');
    await act();
    expect(await exit).toEqual([0, null]);
    await until(() => app.processArgs().length === 0, 'every process is gone');
    await until(() => session().tray.items().length === 0, 'the icon is gone');
  };

  it('when Quit is clicked in the menu', () =>
    ended(async () => {
      // The answer to the click is lost when the app is quicker.
      await app.item
        .clickMenu('Quit')
        .catch((error: unknown) => expect(String(error)).toContain('without replying'));
    }));

  it('when it is asked to by SIGTERM', () => ended(() => app.electron.process().kill('SIGTERM')));

  it('when Quit is clicked in the settings while a timer runs', async () => {
    const page = await app.openPopup();
    await connect(page, server);
    await chooseTask(page, TASK_A.name);
    await startTimer(page);
    await page.getByRole('button', { name: 'Settings' }).click();
    await ended(() => page.getByRole('button', { name: 'Quit Stint' }).click());
  });
});

describe('another zone', () => {
  const clockIn = (zone: string, at: number) =>
    new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: zone }).format(at);
  const dateIn = (zone: string) =>
    new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: zone }).format(Date.now());
  const moveTo = (zone: string) =>
    app.electron.evaluate((_electron, name) => {
      process.env['TZ'] = name;
    }, zone);

  it('is followed by main and popup, at a wake-up and at an opening', async () => {
    const page = await app.openPopup();
    await connect(page, server);
    await chooseTask(page, TASK_A.name);
    await startTimer(page);
    const startAt = Date.now();
    const shows = async (zone: string) => {
      await page.getByText(`since ${clockIn(zone, startAt)}`).waitFor();
      await page.getByText(new RegExp(`^${dateIn(zone)}, `)).waitFor();
    };

    await moveTo('Pacific/Apia');
    await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
    await shows('Pacific/Apia');

    await page.keyboard.press('Escape');
    await closed();
    await moveTo('America/St_Johns');
    await app.openPopup();
    await shows('America/St_Johns');
  });
});
