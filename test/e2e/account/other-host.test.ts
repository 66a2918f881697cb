import { describe, expect, it } from 'vitest';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { redirect } from '../../support/server/faults.ts';
import {
  allSent,
  connect,
  connected,
  entriesOf,
  entriesReading,
  hostOf,
  press,
  track,
} from '../../support/electron/popup-steps.ts';
import { connectedRun, openServer, runStint, sharedSession } from '../../support/stint-run.ts';

describe('a key', () => {
  const session = sharedSession();

  it('goes to no other host than the one that it was connected with, and neither do the entries', async () => {
    const server = await openServer();
    const { app, page } = await connectedRun({ session: session(), server });
    await server.down();
    await track(page, TASK_A.name);
    await entriesReading(page, / waiting to send$/);
    await app.close();

    const other = await openServer();
    const elsewhere = await runStint({ session: session(), server: other, folder: app.folder });
    const asking = await elsewhere.openPopup();
    await asking.getByText(`STINT_API_URL leads Stint to ${hostOf(other)}`).waitFor();
    expect(other.requests()).toEqual([]);
    await connect(asking, other);
    await track(asking, TASK_B.name);
    await allSent(asking);
    expect(other.entries().map((entry) => entry.task_id)).toEqual([TASK_B.id]);
    await press(asking, 'Settings');
    await asking.getByText(`Server ${hostOf(other)}`).waitFor();
    await elsewhere.close();

    await server.up();
    const back = await runStint({ session: session(), server, folder: app.folder });
    const again = await back.openPopup();
    await connected(again);
    await allSent(again);
    expect(await entriesOf(again)).toEqual([
      expect.stringMatching(/^Review pull requests, .+ sent$/),
    ]);
    expect(server.entries().map((entry) => entry.task_id)).toEqual([TASK_A.id]);
  });

  it.each([301, 307, 308])('follows no redirect to another host: %i', async (status) => {
    const [server, other] = [await openServer(), await openServer()];
    const { page } = await connectedRun({ session: session(), server });
    server.faults.when(
      ({ method }) => method === 'POST',
      redirect(`${other.account.baseUrl}/users/me/settings`, status),
    );
    await track(page, TASK_A.name);
    await entriesReading(page, / unclear, checking$/);
    expect(other.requests()).toEqual([]);
  });
});
