import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { entriesOf, noNotice, noticeSaying } from '../../support/electron/popup-steps.ts';
import { pressAgain } from '../../support/opening/press-again.ts';
import { databaseIn, delivered, leftBehind } from '../../support/recovery/damaged-runs.ts';
import { openServer, runStint, sharedSession } from '../../support/stint-run.ts';

describe('an app with a row in its database that nothing can read', () => {
  const session = sharedSession();

  it('starts, tells of it once, shows all the rest and delivers it', async () => {
    const server = await openServer();
    const left = await leftBehind(session(), server, 'quits');
    const db = new DatabaseSync(databaseIn(left.folder));
    db.exec(`INSERT INTO entries (id, account, origin, start_at, seconds, type, state, server_id)
      SELECT 'absurd', account, 'server', start_at - 1000, 100000000000000000, 'activity',
        'delivered', 71 FROM entries`);
    db.close();

    const app = await runStint({ session: session(), server, folder: left.folder });
    const page = await app.openPopup();
    expect(await noticeSaying(page, 'could not be read')).toContain('1 record in the database');
    expect((await entriesOf(page))[0]).toContain(left.entry);
    await delivered(page, server);
    expect(server.entries()).toHaveLength(1);
    await app.close();

    const next = await runStint({ session: session(), server, folder: left.folder });
    const again = await next.openPopup();
    await noNotice(again);

    // And one that goes bad while Stint runs: whatever is shown next goes on without it.
    const running = new DatabaseSync(databaseIn(left.folder));
    running.exec('UPDATE entries SET since_at = 9007199254740993');
    running.close();
    await again.keyboard.press('Alt+w');
    await again.keyboard.press('Alt+w');
    expect(await noticeSaying(again, 'could not be read')).toContain('1 record in the database');
    await pressAgain(next.item);
    await next.openPopup();
    expect(await entriesOf(again)).toEqual([]);
  });
});
