import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createFaultServer, type FaultServer } from '../server/fault-server.ts';
import { MORNING } from '../values.ts';
import { createLiveCore, type LiveCore } from './live-core.ts';

export type ConnectedCore = { readonly core: LiveCore; readonly server: FaultServer };

/** A core on a database of its own, connected to a server that has the same time; both are gone with the test. */
export async function connectedLiveCore(): Promise<ConnectedCore> {
  const folder = mkdtempSync(join(tmpdir(), 'stint-core-'));
  const clock: { now?: LiveCore['now'] } = {};
  const server = await createFaultServer({ now: () => clock.now?.() ?? MORNING });
  const file = join(folder, 'stint.sqlite');
  const core = createLiveCore({ file, startAt: MORNING, account: server.account });
  onTestFinished(async () => {
    await core.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });
  await core.open();
  clock.now = () => core.now();
  await core.connect();
  return { core, server };
}
