import { Message, sessionBus, Variant } from '@jellybrick/dbus-next';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { TASK_A, type FaultServer } from '../../support/server/fault-server.ts';
import { chooseTask, startTimer } from '../../support/main-job/popup.ts';
import { pressAgain } from '../../support/opening/press-again.ts';
import { popupWindows } from '../../support/opening/popup-windows.ts';
import { connect, nextPressIsMeant } from '../../support/electron/popup-steps.ts';
import { openServer, runStint, sharedSession, type StintRun } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

/** What panels, and whoever else is on the session bus, say to the icon of the real app. */

const session = sharedSession();
let server: FaultServer;
let app: StintRun;

beforeEach(async () => {
  server = await openServer();
  app = await runStint({ session: session(), server });
});

const labels = async () => (await app.item.menu()).map(({ label }) => label);

async function popupAfter(at: { readonly x: number; readonly y: number }) {
  const { closed } = popupWindows(session());
  await app.item.activate(at);
  const popup = await until(
    async () => (await session().screen.windows()).find(({ title }) => title === 'Stint'),
    'the popup is on the screen',
  );
  await pressAgain(app.item, at);
  await closed();
  return popup;
}

it('stops at a middle click, and starts the last task again at the next', async () => {
  const page = await app.openPopup();
  await connect(page, server);
  await chooseTask(page, TASK_A.name);
  await startTimer(page);
  const first = (label: string) =>
    until(async () => (await labels())[0] === label, `the menu begins with "${label}"`);
  await first(`Stop ${TASK_A.name}`);

  await nextPressIsMeant(page);
  await app.item.secondaryActivate();
  await first(`Start ${TASK_A.name}`);
  await nextPressIsMeant(page);
  await app.item.secondaryActivate();
  await first(`Stop ${TASK_A.name}`);
});

it('opens the popup at the place of each click, wherever the pointer is', async () => {
  await session().screen.click(640, 400);
  const right = await popupAfter({ x: 1220, y: 12 });
  const left = await popupAfter({ x: 40, y: 790 });
  const rightAgain = await popupAfter({ x: 1220, y: 12 });
  expect([right.x > 800, right.y < 60]).toEqual([true, true]);
  expect([left.x < 60, left.y + left.height > 740]).toEqual([true, true]);
  expect(rightAgain).toMatchObject({ x: right.x, y: right.y });
});

it('opens it on the screen where the place of the click is none', async () => {
  for (const at of [
    { x: 2 ** 31 - 1, y: -(2 ** 31) },
    { x: -(2 ** 31), y: 2 ** 31 - 1 },
  ]) {
    const { x, y, width, height } = await popupAfter(at);
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
    expect([x + width <= 1280, y + height <= 800]).toEqual([true, true]);
  }
});

it('is harmed by no call that makes no sense, and by no flood of such that do', async () => {
  const bus = sessionBus({ busAddress: session().busAddress });
  onTestFinished(() => bus.disconnect());
  const { service } = app.item;
  type To = readonly [path: string, face: string];
  const ask = ([path, face]: To, member: string, signature: string, body: unknown[]) =>
    bus
      .call(new Message({ destination: service, path, interface: face, member, signature, body }))
      .then(
        () => 'answered',
        (error: unknown) => (error as { readonly type: string }).type.replace(/.*\./, ''),
      );
  const menu: To = ['/StatusNotifierItem/Menu', 'com.canonical.dbusmenu'];
  const nothing = new Variant('s', '');
  const before = await labels();

  expect(await ask(menu, 'Event', 'isvu', [-5, 'clicked', nothing, 0])).toBe('InvalidArgs');
  expect(await ask(menu, 'Event', 'isvu', [2 ** 31 - 1, 'x', nothing, 0])).toBe('InvalidArgs');
  expect(await ask(menu, 'Event', 's', ['clicked'])).toBe('InvalidArgs');
  expect(await ask(menu, 'GetLayout', 'iias', [77, -9, ['toString']])).toBe('InvalidArgs');
  expect(await ask(['/nowhere', 'x.y'], 'Z', '', [])).toBe('UnknownObject');
  const long = 'x'.repeat(2_000_000);
  void ask(menu, 'GetProperty', 'is', [0, long]);
  const forged = ['org.kde.StatusNotifierWatcher', '', ':1.1'];
  bus.send(
    new Message({
      type: 4,
      destination: service,
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'NameOwnerChanged',
      signature: 'sss',
      body: forged,
    }),
  );
  // A bus lets nobody wait for more answers than that at a time.
  for (let count = 0; count < 20; count += 1) {
    const flood = Array.from({ length: 100 }, () => ask(menu, 'GetLayout', 'iias', [0, -1, []]));
    expect(new Set(await Promise.all(flood))).toEqual(new Set(['answered']));
  }

  expect(await labels()).toEqual(before);
  expect(session().tray.items()).toEqual([app.item]);
});
