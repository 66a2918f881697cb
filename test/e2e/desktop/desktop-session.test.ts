import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { commandLine, markedProcesses } from '../../support/desktop-session/processes.ts';
import { startDesktopSession, type DesktopSession } from '../../support/desktop-session/session.ts';
import { launchApp, projectRoot, type RunningApp } from '../../support/electron/electron-app.ts';
import { until } from '../../support/until.ts';

const app = join(projectRoot, 'test/support/tray-app');

const markOf = (session: DesktopSession) =>
  `STINT_DESKTOP_SESSION=${session.env['STINT_DESKTOP_SESSION']}`;

describe('the desktop session', () => {
  let session: DesktopSession;
  let running: RunningApp;

  const launch = () => launchApp({ session, app, userDataDir: join(session.home, 'fixture') });
  const toolTip = async () => (await running.item.properties()).toolTip;
  const waitForToolTip = (text: string) =>
    until(async () => (await toolTip()) === text, `the tooltip says "${text}"`);

  beforeAll(async () => {
    session = await startDesktopSession({ width: 800, height: 600 });
  });
  afterAll(() => session.stop());
  afterEach(() => running.kill9());

  it('sees an icon register and passes a left click on to the app', async () => {
    running = await launch();
    expect(await toolTip()).toBe('ready');

    await running.item.activate();

    await waitForToolTip('left click');
    expect(running.item.changes.toolTip).toBeGreaterThan(0);
  });

  it('reads the menu and clicks in it', async () => {
    running = await launch();
    const labels = (await running.item.menu()).map(({ path }) => path.join(' > '));
    expect(labels).toEqual(['Keep a secret', 'Open', 'Turn green', 'More', 'More > Never']);
    await expect(running.item.clickMenu('Never')).rejects.toThrow('Never (disabled)');

    const before = await running.item.icon();
    await running.item.clickMenu('Turn green');

    await until(async () => !before.equals(await running.item.icon()), 'the icon has changed');
  });

  it('has a keyring that keeps a secret', async () => {
    running = await launch();

    await running.item.clickMenu('Keep a secret');

    await waitForToolTip('secret: a secret');
  });

  it('shows windows, and sees them as a person does', async () => {
    running = await launch();

    await running.item.clickMenu('Open');

    const window = await until(
      async () => (await session.screen.windows()).find(({ title }) => title === 'Fixture'),
      'the window is shown',
    );
    expect(window).toMatchObject({ width: 300, height: 200 });
    await until(async () => {
      const { rgba, width } = await session.screen.picture();
      const at = ((window.y + 20) * width + window.x + 20) * 4; // the mouse rests in the middle
      return rgba.subarray(at, at + 4).equals(Buffer.from([10, 200, 30, 255]));
    }, 'its colour is on the screen');
  });

  it('loses the icon and every process of an app that is killed', async () => {
    running = await launch();
    const before = running.processArgs().length;
    expect(before).toBeGreaterThan(2);

    await running.kill9();

    expect(running.processArgs()).toEqual([]);
    await until(() => session.tray.items().length === 0, 'the icon is gone');
    const left = markedProcesses(markOf(session)).map(({ pid }) => commandLine(pid)[0] ?? '');
    expect(left.filter((command) => command.includes('electron'))).toEqual([]);
  });
});

describe('a desktop session that ends', () => {
  it('leaves no process and no file behind', async () => {
    const session = await startDesktopSession();
    expect(markedProcesses(markOf(session)).length).toBeGreaterThanOrEqual(4);

    await session.stop();

    expect(markedProcesses(markOf(session))).toEqual([]);
    expect(existsSync(session.home)).toBe(false);
  });

  it('leaves nothing behind either when its owner is killed', async () => {
    const script = `
      import { startDesktopSession } from './test/support/desktop-session/session.ts';
      const { env, home } = await startDesktopSession();
      console.log(JSON.stringify({ mark: env.STINT_DESKTOP_SESSION, home }));`;
    const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
    const owner = spawn(process.execPath, args, {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    owner.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await until(() => said.includes('\n'), 'the session of the other process is up', 20_000);
    const { mark, home } = JSON.parse(said) as { readonly mark: string; readonly home: string };
    const members = () => markedProcesses(`STINT_DESKTOP_SESSION=${mark}`);
    expect(members().length).toBeGreaterThanOrEqual(4);

    owner.kill('SIGKILL');

    await until(() => members().length === 0, 'its processes are gone');
    await until(() => !existsSync(home), 'its home is gone');
  });
});
