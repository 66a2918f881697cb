import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDesktopSession, type DesktopSession } from '../../support/desktop-session/session.ts';
import { startPlainly } from '../../support/opening/plain-run.ts';
import { goesAway, opens } from '../../support/opening/popup-in-sight.ts';
import { pressAgain } from '../../support/opening/press-again.ts';

const LAUNCHES = 20;

let session: DesktopSession;
beforeAll(async () => {
  session = await startDesktopSession({ display: 'wayland', width: 420, height: 680 });
});
afterAll(() => session.stop());

describe('on Wayland the popup', () => {
  const launches = Array.from({ length: LAUNCHES }, (_, index) => index + 1);

  it.each(launches)('opens, hides and opens again after cold launch %i', async () => {
    const { screen, tray } = session;
    const start = {
      session,
      userDataDir: join(session.home, randomUUID()),
      args: ['--ozone-platform=wayland', '--hidden'],
    };
    const arrival = tray.nextItem();
    await startPlainly(start);
    const { item } = await arrival;

    await item.activate();
    await opens(screen);

    await pressAgain(item);
    await goesAway(screen);

    const second = await startPlainly({ ...start, args: ['--ozone-platform=wayland'] });
    expect(await second.ended).toBe(0);
    await opens(screen);
  });
});
