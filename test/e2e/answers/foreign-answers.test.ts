import { describe, expect, it } from 'vitest';
import { TASK_A, type FaultServer } from '../../support/server/fault-server.ts';
import { answer } from '../../support/server/faults.ts';
import {
  allSent,
  entriesReading,
  noticeSaying,
  press,
  track,
} from '../../support/electron/popup-steps.ts';
import { connectedRun, openServer, sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const PAGE = { headers: { 'Content-Type': 'text/html' }, body: '<!doctype html><p>No.</p>' };
const tasksHeld = (server: FaultServer) => server.entries().map((entry) => entry.task_id);

describe('an answer that somebody else gave', () => {
  const session = sharedSession();

  // Electron makes nothing of a status beyond 599, which some filters give.
  it.each([
    [407, 407],
    [403, 403],
    [999, 502],
  ])('keeps an entry, and says that something in between gave it: %i', async (status, told) => {
    const server = await openServer();
    const { page } = await connectedRun({ session: session(), server });
    const heal = server.faults.when(() => true, answer(status, PAGE));

    await track(page, TASK_A.name);

    const notice = await noticeSaying(
      page,
      `Something between this computer and Toggl Focus answered (HTTP ${told}).`,
    );
    expect(notice).toContain('1 entry is kept on this computer; Stint tries again by itself.');
    await entriesReading(page, /waiting to send$|unclear, checking$/);

    heal();
    await press(page, 'Refresh');
    await allSent(page, 30_000);
    expect(tasksHeld(server)).toEqual([TASK_A.id]);
  });

  it('does not lose what is sent while only that meets a filter', async () => {
    const server = await openServer();
    const { page } = await connectedRun({ session: session(), server });
    const isCreate = ({ method }: { readonly method: string }) => method === 'POST';
    const heal = server.faults.when(isCreate, answer(403, PAGE));
    await track(page, TASK_A.name);
    await until(() => server.requests().some(isCreate), 'it was tried');
    heal();
    await press(page, 'Refresh');
    await allSent(page, 45_000);
    expect(tasksHeld(server)).toEqual([TASK_A.id]);
  });
});
