import { describe, expect, it } from 'vitest';
import type { Matches } from '../../support/server/fault-server.ts';
import { TASK_A } from '../../support/server/fault-server.ts';
import type { Fault } from '../../support/server/faults.ts';
import { entriesReading, noticeSaying, press, track } from '../../support/electron/popup-steps.ts';
import { connectedRun, openServer, sharedSession, type StintRun } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const streams: Matches = ({ method, path }) => method === 'GET' && path.endsWith('/stream');
/** A tenth of a second is wanted; a busy machine that runs the tests gets three times as long. */
const MOST_STOP_MS = 300;

/** 30 MB of it, and no end. */
function flood(text: string): Fault {
  const chunk = text.repeat(Math.ceil(65_536 / text.length));
  return ({ raw }) => {
    let left = 30 * 1024 * 1024;
    const more = (): void => {
      while (left > 0 && !raw.destroyed) {
        left -= chunk.length;
        if (!raw.write(chunk)) {
          raw.once('drain', more);
          return;
        }
      }
      raw.end();
    };
    raw.writeHead(200, { 'Content-Type': 'application/json' });
    raw.write('[');
    more();
  };
}

type Gaps = { longest: number; seenAt: number };

/** From now on, how long main lets nothing else happen at a time. */
async function watchMain({ electron }: StintRun): Promise<() => Promise<number>> {
  await electron.evaluate(() => {
    const gaps: Gaps = { longest: 0, seenAt: performance.now() };
    Object.assign(globalThis, { gaps });
    setInterval(() => {
      const now = performance.now();
      gaps.longest = Math.max(gaps.longest, now - gaps.seenAt);
      gaps.seenAt = now;
    }, 5);
  });
  return () =>
    electron.evaluate(() => (globalThis as unknown as { readonly gaps: Gaps }).gaps.longest);
}

describe('an answer that is not as it should be', () => {
  const session = sharedSession();

  it('is shown without what is absurd in it, and says so', async () => {
    const server = await openServer();
    const { page } = await connectedRun({ session: session(), server });
    await track(page, TASK_A.name);
    await entriesReading(page, / sent$/);
    const absurd = { id: 7_777, type: 'activity', start: '2026-11-24T08:00:00Z', duration: 1e17 };
    server.faults.when(
      (arrival) => streams(arrival) && arrival.path.includes('time-entries'),
      ({ apply, send }) => {
        const response = apply();
        const all = [...(JSON.parse(response.body) as unknown[]), absurd];
        send({ ...response, body: JSON.stringify(all) });
      },
    );

    await press(page, 'Refresh');

    await noticeSaying(page, '1 entry from Toggl Focus could not be read and is not shown.');
    await entriesReading(page, / sent$/);
  });

  it.each(['[', '{},', '{"a":'])('does not keep main from its work: 30 MB of %s', async (text) => {
    const server = await openServer();
    const { app, page } = await connectedRun({ session: session(), server });
    server.faults.when(streams, flood(text));
    const longestStop = await watchMain(app);

    await press(page, 'Refresh');
    await until(() => server.requests().some(streams), 'it was asked');
    let slowest = 0;
    await until(
      async () => {
        const askedAt = performance.now();
        await app.item.properties();
        slowest = Math.max(slowest, performance.now() - askedAt);
        return page.getByRole('alert').isVisible();
      },
      'the refresh ended',
      40_000,
    );

    process.stdout.write(
      `30 MB of ${text}: main stopped for ${Math.round(await longestStop())} ms at most, the tray answered within ${Math.round(slowest)} ms\n`,
    );
    expect(await longestStop()).toBeLessThan(MOST_STOP_MS);
    expect(slowest).toBeLessThan(MOST_STOP_MS);
  });
});
