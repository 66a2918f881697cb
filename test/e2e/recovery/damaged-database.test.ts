import {
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { createSeededRandom } from '../../../src-main/demo/seed/seeded-random.ts';
import { cut, scribble } from '../../support/disk/damage.ts';
import {
  allSent,
  entriesOf,
  entriesReading,
  noticeSaying,
} from '../../support/electron/popup-steps.ts';
import {
  delivered,
  hasLog,
  leftBehind,
  openedDamaged,
  pageHolding,
} from '../../support/recovery/damaged-runs.ts';
import { openServer, sharedSession } from '../../support/stint-run.ts';

const PAGE = 4096;
const noise = createSeededRandom(6);
/** What each entry's row begins with, and nothing else in the file: its state. */
const UNSENT = 'queued';

/** Beside the entry, where the damage costs nothing that Toggl Focus does not have. */
function scribbleBeside(file: string, at: number): void {
  const entry = pageHolding(file, UNSENT);
  const page = at - (at % PAGE);
  scribble(file, page === entry ? page - PAGE : page, PAGE, noise);
}

const JUNK = Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 251));

const recovered = (page: Page) => noticeSaying(page, 'The database of Stint was damaged');

describe('an app whose database was damaged', () => {
  const session = sharedSession();

  it('tells of it, keeps the damaged file, and delivers the unsent entry exactly once', async () => {
    const server = await openServer();
    const left = await leftBehind(session(), server, 'quits');
    const before = readFileSync(join(left.folder, 'stint.sqlite'));
    const { page, file } = await openedDamaged(
      { session: session(), server, left },
      'header',
      (it) => scribble(it, 0, 100, noise),
    );

    expect(await recovered(page)).toContain('1 session could be read, 1 of them not known');
    const [kept = ''] = readdirSync(dirname(file)).filter((name) => name.includes('.damaged-'));
    expect(readFileSync(join(dirname(file), kept)).subarray(100)).toEqual(before.subarray(100));
    expect((await entriesOf(page))[0]).toContain(left.entry);

    await delivered(page, server);
    expect(server.entries()).toHaveLength(1);
  });

  /** Each copy holds the same entry, and each app has to come to it by itself. */
  async function expectDelivered(
    ending: 'quits' | 'is killed',
    damages: Record<string, (file: string) => void>,
  ) {
    const server = await openServer();
    const left = await leftBehind(session(), server, ending);
    if (ending === 'is killed') expect(hasLog(join(left.folder, 'stint.sqlite'))).toBe(true);
    await server.up();
    const runs = [];
    for (const [name, damage] of Object.entries(damages)) {
      const { app, page } = await openedDamaged({ session: session(), server, left }, name, damage);
      runs.push({ name, app, page, entries: await entriesOf(page) });
    }
    for (const { name, app, page, entries } of runs) {
      expect([name, entries.length]).toEqual([name, 1]);
      expect(entries[0]).toContain(left.entry);
      await allSent(page, 40_000);
      await entriesReading(page, / sent$/);
      await app.close();
    }
    expect(server.entries().length).toBeGreaterThan(0);
  }

  it('finds and delivers the entry beside what is broken in the middle or at the end', () =>
    expectDelivered('quits', {
      middle: (file) => scribbleBeside(file, Math.floor(statSync(file).size / 2)),
      tail: (file) => scribbleBeside(file, statSync(file).size - 1),
      truncated: (file) => cut(file, pageHolding(file, UNSENT) + PAGE),
    }));

  it('finds and delivers the entry by the log when the file itself is empty, junk or gone', () =>
    expectDelivered('is killed', {
      empty: (file) => truncateSync(file),
      junk: (file) => writeFileSync(file, JUNK),
      gone: (file) => unlinkSync(file),
    }));

  it('begins with an empty day where nothing can be read, and says so', async () => {
    const server = await openServer();
    const left = await leftBehind(session(), server, 'quits');
    const { page, file } = await openedDamaged({ session: session(), server, left }, 'lost', (it) =>
      writeFileSync(it, JUNK),
    );
    expect(await recovered(page)).toContain('0 sessions could be read');
    const [kept = ''] = readdirSync(dirname(file)).filter((name) => name.includes('.damaged-'));
    expect(readFileSync(join(dirname(file), kept))).toEqual(JUNK);
  });
});
