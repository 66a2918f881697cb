import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StintBridge } from '#contract';
import { startDesktopSession, type DesktopSession } from '../../support/desktop-session/session.ts';
import { launchApp, type RunningApp } from '../../support/electron/electron-app.ts';

const REFUSED = {
  ok: false,
  error: { kind: 'malformed-command', words: expect.any(Object) as unknown },
};
/** A command that the popup may give at any time, and that answers `ok` then. */
const GOOD = { type: 'popup/ready' };

let session: DesktopSession;
let app: RunningApp;
let page: Page;

beforeAll(async () => {
  session = await startDesktopSession();
  app = await launchApp({ session, userDataDir: join(session.home, 'stint') });
  page = await app.openPopup();
});
afterAll(async () => {
  await app.kill9();
  await session.stop();
});

describe('the door between page and main', () => {
  const say = (command: unknown) =>
    page.evaluate(
      (payload) =>
        (window as unknown as { stint: StintBridge }).stint.command(
          payload as { type: 'popup/ready' },
        ),
      command,
    );

  it('lets the popup in', async () => {
    expect(await say(GOOD)).toEqual({ ok: true });
  });

  it.each([
    undefined,
    null,
    'app/quit',
    [],
    {},
    { type: 'no/such' },
    { type: 'popup/ready', more: true },
    { type: 'timer/start', taskId: '1' },
    { type: 'timer/start', taskId: -1 },
    { type: 'timer/start', description: 'x'.repeat(3001) },
    { type: 'link/open', link: 'https://example.org' },
    { type: 'settings/left-click', leftClick: 'quit' },
    { type: 'settings/gaps-from', minutes: 2 },
    { type: 'account/connect', credential: { kind: 'key' }, place: { kind: 'address' } },
  ])('refuses the shape %j', async (command) => {
    expect(await say(command)).toEqual(REFUSED);
  });

  it('refuses a search of the wrong shape', async () => {
    const answer = await page.evaluate(() =>
      (window as unknown as { stint: StintBridge }).stint.search({
        kind: 'tasks',
        text: 1 as unknown as string,
      }),
    );
    expect(answer).toEqual(REFUSED);
  });
});

/** A window that somebody else made in the same app, with a preload script that says anything on any channel. */
describe('a window that is not the popup', () => {
  const PRELOAD = `
    const { contextBridge, ipcRenderer } = require('electron');
    contextBridge.exposeInMainWorld('say', (...words) => ipcRenderer.invoke(...words));`;

  const sayFrom = (url: string, words: readonly unknown[]) => {
    const preload = join(session.home, 'foreign-preload.cjs');
    writeFileSync(preload, PRELOAD);
    return app.electron.evaluate(
      async ({ BrowserWindow }, given) => {
        const webPreferences = { preload: given.preload, partition: given.partition };
        const window = new BrowserWindow({ show: false, webPreferences });
        try {
          await window.loadURL(given.url);
          const code = `say(...${JSON.stringify(given.words)}).catch((error) => error.message)`;
          return (await window.webContents.executeJavaScript(code)) as unknown;
        } finally {
          window.destroy();
        }
      },
      { preload, url, words, partition: url.startsWith('data:') ? 'foreign' : 'popup' },
    );
  };

  it.each(['about:blank', 'data:text/html,forged', 'app://stint/'])(
    'is refused when it shows %s',
    async (url) => {
      expect(await sayFrom(url, ['stint:command', GOOD])).toEqual(REFUSED);
      expect(await sayFrom(url, ['stint:search', { text: '' }])).toEqual(REFUSED);
    },
  );

  it('cannot make Stint quit', async () => {
    expect(await sayFrom('app://stint/', ['stint:command', { type: 'app/quit' }])).toEqual(REFUSED);
  });

  it.each(['stint:snapshot', 'stint:other', 'command'])('finds nobody at %s', async (channel) => {
    expect(await sayFrom('app://stint/', [channel, GOOD])).toContain('No handler registered');
  });
});

describe('app://stint', () => {
  const get = (address: string) =>
    app.electron.evaluate(async ({ session: sessions }, url) => {
      const answer = await sessions.fromPartition('popup').fetch(url);
      return { status: answer.status, csp: answer.headers.get('content-security-policy') };
    }, address);

  it('gives the page, under its policy', async () => {
    const { status, csp } = await get('app://stint/');
    expect(status).toBe(200);
    expect(csp).toContain("default-src 'none'");
  });

  it.each([
    '..%2fmain%2fmain.cjs',
    '..%2f..%2fpackage.json',
    '%2e%2e%2fpreload%2fpreload.cjs',
    'assets/..%2f..%2f..%2fsrc-renderer%2findex.html',
    '..%5cmain%5cmain.cjs',
    '%2fetc%2fhostname.html',
    'index.html%00.js',
  ])('gives nothing for %s', async (path) => {
    expect((await get(`app://stint/${path}`)).status).toBe(404);
  });

  it('answers for no other host', async () => {
    expect((await get('app://other/index.html')).status).toBe(404);
  });
});

describe('the popup', () => {
  it('is refused once it shows another page', async () => {
    const answer = await app.electron.evaluate(async ({ BrowserWindow }, command) => {
      const popup = BrowserWindow.getAllWindows().find((window) => window.isVisible());
      // Otherwise it would be closed for that.
      popup?.webContents.removeAllListeners('did-navigate');
      await popup?.loadURL('about:blank');
      const code = `stint.command(${JSON.stringify(command)})`;
      return (await popup?.webContents.executeJavaScript(code)) as unknown;
    }, GOOD);
    expect(answer).toEqual(REFUSED);
  });
});
