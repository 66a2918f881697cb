import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDesktopSession, type DesktopSession } from '../../support/desktop-session/session.ts';
import { launchApp, type RunningApp } from '../../support/electron/electron-app.ts';
import { startCanary, type Canary } from '../../support/guards/canary.ts';
import { tryWayOut, WAYS_OUT } from '../../support/guards/ways-out.ts';
import { until } from '../../support/until.ts';

let session: DesktopSession;
let canary: Canary;
let app: RunningApp;
let page: Page;

beforeAll(async () => {
  [session, canary] = await Promise.all([startDesktopSession(), startCanary()]);
  app = await launchApp({ session, userDataDir: join(session.home, 'stint') });
  page = await app.openPopup();
});
afterAll(async () => {
  await app.kill9();
  await canary.stop();
  await session.stop();
});

function timesLogged(event: string): number {
  try {
    const log = readFileSync(join(session.home, 'stint/logs/stint.log'), 'utf8');
    return log.split('\n').filter((line) => line.includes(event)).length;
  } catch {
    return 0; // the first line makes the file
  }
}

/** Does what must be refused, and waits until the log says that it was. */
async function refusedWith(event: string, act: () => Promise<unknown>): Promise<void> {
  const earlier = timesLogged(event);
  await act();
  await until(() => timesLogged(event) > earlier, `the log says ${event}`, 3000);
}

describe('the page', () => {
  it('has nothing of Node.js and nothing of Electron', async () => {
    const there = await page.evaluate(() =>
      ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'ipcRenderer', 'electron']
        .concat(['__dirname', 'setImmediate'])
        .filter((name) => name in window),
    );
    expect(there).toEqual([]);
  });

  it('has a bridge of three functions, and cannot change it', async () => {
    const bridge = await page.evaluate(() => {
      const { stint } = window as unknown as { stint: Record<string, unknown> };
      const kinds = Object.entries(stint).map(([name, value]) => `${name}: ${typeof value}`);
      try {
        stint['command'] = () => undefined;
      } catch {
        // Frozen, in strict mode.
      }
      return { kinds, frozen: Object.isFrozen(stint) };
    });
    expect(bridge).toEqual({
      kinds: [
        'command: function',
        'search: function',
        'onSnapshot: function',
        'onShowing: function',
      ],
      frozen: true,
    });
  });

  it('runs in a sandbox, in a context of its own and with web security', async () => {
    const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Not in Electron's types; it is what the window was really made with.
      const contents = window?.webContents as { getLastWebPreferences?: () => unknown } | undefined;
      return contents?.getLastWebPreferences?.();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  it('evaluates no text as code, and takes no script that is written into it', async () => {
    const outcome = await page.evaluate(async () => {
      // Playwright lifts the policy for as long as its own call is on the stack.
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
      const refused = (act: () => unknown): string => {
        try {
          act();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      };
      const ran = globalThis as { ran?: boolean };
      const script = document.createElement('script');
      return {
        eval: refused(() => (0, eval)('globalThis.ran = true')),
        function: refused(() => Reflect.construct(Function, ['globalThis.ran = true'])),
        text: refused(() => (script.text = 'globalThis.ran = true')),
        html: refused(() => (document.createElement('p').innerHTML = '<img onerror="ran = true">')),
        ran: ran.ran ?? false,
      };
    });
    expect(outcome).toEqual({
      eval: 'EvalError',
      function: 'EvalError',
      text: 'TypeError',
      html: 'TypeError',
      ran: false,
    });
  });
});

describe('the way to the network', () => {
  it.each(WAYS_OUT)('is closed for %s', async (way) => {
    const before = canary.touched();
    await tryWayOut(page, way, canary.port);
    expect(canary.touched()).toBe(before);
  });
});

describe('the way to another page', () => {
  let touched = 0;
  const stays = async () => {
    expect(page.url()).toBe('app://stint/');
    expect(await page.evaluate(() => 'marked' in window)).toBe(true);
    expect(app.electron.windows()).toHaveLength(1);
    expect(canary.touched()).toBe(touched);
  };
  const click = (attributes: Record<string, string>) =>
    page.evaluate((given) => {
      const link = document.createElement('a');
      for (const [name, value] of Object.entries(given)) link.setAttribute(name, value);
      document.body.append(link);
      link.click();
      link.remove();
    }, attributes);

  beforeAll(async () => {
    touched = canary.touched();
    await page.evaluate(() => void Object.assign(window, { marked: true }));
  });

  it.each(['http://127.0.0.1:PORT/', 'app://stint/assets/', 'app://stint/'])(
    'is closed to %s',
    async (address) => {
      const to = address.replace('PORT', String(canary.port));
      await refusedWith('navigation-refused what="page"', () =>
        page.evaluate((href) => location.assign(href), to),
      );
      await stays();
    },
  );

  it('is closed to a link', async () => {
    const href = `http://127.0.0.1:${canary.port}/`;
    await refusedWith('navigation-refused what="page"', () => click({ href }));
    await stays();
  });

  it('is closed to a new window', async () => {
    const href = `http://127.0.0.1:${canary.port}/`;
    await refusedWith('navigation-refused what="window"', () => click({ href, target: '_blank' }));
    expect(await page.evaluate((to) => window.open(to), href)).toBeNull();
    await stays();
  });

  it('is closed to a download', async () => {
    await refusedWith('download-refused', () =>
      page.evaluate(() => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob(['out']));
        link.download = 'out.txt';
        link.click();
      }),
    );
    await stays();
  });
});

describe('permissions', () => {
  it('are refused when the page asks for them', async () => {
    await refusedWith('permission-refused permission="geolocation"', async () => {
      const code = await page.evaluate(
        () =>
          new Promise((resolve) => {
            navigator.geolocation.getCurrentPosition(
              () => resolve('given'),
              (error) => resolve(error.code),
            );
          }),
      );
      expect(code).toBe(1); // PERMISSION_DENIED
    });
  });

  it('are refused when the page looks them up', async () => {
    const states = await page.evaluate(() =>
      Promise.all(
        ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'].map(
          async (name) =>
            (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
    );
    expect(states).toEqual(states.map(() => 'denied'));
  });
});

describe('where the page has lost its policy', () => {
  beforeAll(async () => {
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Page.setBypassCSP', { enabled: true });
    await page.reload();
  });

  it('the session itself refuses a request', () =>
    refusedWith('request-refused resource="xhr"', () => tryWayOut(page, 'fetch', canary.port)));

  // A form navigates, and an object that is refused as a frame tells the page nothing.
  it.each(WAYS_OUT.filter((way) => way !== 'form' && way !== 'object'))(
    'the network stays closed for %s',
    async (way) => {
      const before = canary.touched();
      await tryWayOut(page, way, canary.port);
      expect(canary.touched()).toBe(before);
    },
  );
});
