import { spawn } from 'node:child_process';
import { expect, it, onTestFinished } from 'vitest';
import { startDesktopSession, type DesktopSession } from '../../support/desktop-session/session.ts';
import { openServer, runStint } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

/** By when an opening is surely no reason any more to stay open without the focus. */
const OPENED_LONG_AGO_MS = 2000;
const POPUP = 'Stint';
const OTHER = 'between';

async function openOther(session: DesktopSession): Promise<void> {
  // By itself it would take no keyboard, and no window manager would give it the focus.
  const args = [
    '-xrm',
    '*input: True',
    '-title',
    OTHER,
    '-geometry',
    '200x300+300+150',
    'a window of somebody else',
  ];
  spawn('xmessage', args, { env: { ...session.env }, stdio: 'ignore' });
  await until(async () => (await windowNamed(session, OTHER)) !== undefined, 'the window is there');
}

async function windowNamed({ screen }: DesktopSession, name: string) {
  return (await screen.windows()).find(({ title }) => title === name);
}

const focusOn = ({ screen }: DesktopSession, name: string) =>
  until(async () => (await screen.focused()) === name, `${name} has the focus`);

/** In steps from one place to another, as a hand does it. */
async function moveTo(session: DesktopSession, ...places: readonly (readonly [number, number])[]) {
  for (const [x, y] of places) await session.screen.move(x, y);
}

it('stays open for a pointer that crosses another window on its way, and closes when it leaves for good', async () => {
  const session = await startDesktopSession({ windowManager: 'openbox-focus-follows-mouse' });
  onTestFinished(() => session.stop());
  const app = await runStint({ session, server: await openServer() });
  await openOther(session);
  await session.screen.move(1220, 12);
  const page = await app.openPopup();
  const openedAt = Date.now();
  await focusOn(session, POPUP);
  const { x, y } = (await windowNamed(session, POPUP))!;
  const across = [350, 450].map((left) => [left, 300] as const);
  const inside = [
    [x + 20, y + 100],
    [x + 180, y + 80],
  ] as const;
  await moveTo(session, ...across);
  await focusOn(session, OTHER);
  await moveTo(session, ...inside);
  await focusOn(session, POPUP);
  await until(() => Date.now() > openedAt + OPENED_LONG_AGO_MS, 'it was opened long ago');
  const key = page.getByRole('textbox', { name: 'API key', exact: true });
  await key.focus();
  for (const letter of ['a', 'b', 'c']) await session.screen.key(letter);
  await until(async () => (await key.inputValue()) === 'abc', 'it can be typed in');

  // The edge is overshot, and the pointer comes back.
  await moveTo(session, ...across);
  await focusOn(session, OTHER);
  await moveTo(session, ...inside);
  await focusOn(session, POPUP);
  for (const letter of ['d', 'e', 'f']) await session.screen.key(letter);
  await until(async () => (await key.inputValue()) === 'abcdef', 'it can still be typed in');

  await moveTo(session, ...across);
  await until(async () => (await windowNamed(session, POPUP)) === undefined, 'the popup is closed');
  expect(await session.screen.focused()).toBe(OTHER);
});
