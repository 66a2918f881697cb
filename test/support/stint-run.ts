import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { startDesktopSession, type DesktopSession } from './desktop-session/session.ts';
import { launchApp, type RunningApp } from './electron/electron-app.ts';
import { allSent, connect, snapshotOf } from './electron/popup-steps.ts';
import { until } from './until.ts';
import {
  createFaultServer,
  type FaultServer,
  type FaultServerOptions,
} from './server/fault-server.ts';

/** One desktop session for all tests of a file or block; call the result within a test. */
export function sharedSession(): () => DesktopSession {
  let session: DesktopSession | undefined;
  beforeAll(async () => {
    session = await startDesktopSession();
  });
  afterAll(() => session?.stop());
  return () => {
    if (session === undefined) throw new Error('there is no desktop session outside of a test');
    return session;
  };
}

export type RunOptions = {
  readonly session: DesktopSession;
  readonly server: FaultServer;
  /** Where an earlier run kept its data; left out for a first run. */
  readonly folder?: string;
};

export type StintRun = RunningApp & { readonly folder: string };

function zoneWhereItIsNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  // The names of these zones count the other way round.
  return `Etc/GMT${ahead < 0 ? '+' : '-'}${Math.abs(ahead)}`;
}

/** So no test of today runs into midnight; found once, for an app that starts again in a later hour is where it was. */
export const NOON_ZONE = zoneWhereItIsNoon();

/** Runs Stint against the server; whatever is left of it when the test ends is killed. */
export async function runStint({ session, server, folder }: RunOptions): Promise<StintRun> {
  const userDataDir = folder ?? join(session.home, randomUUID());
  const env = { STINT_API_URL: server.account.baseUrl, TZ: NOON_ZONE };
  const app = await launchApp({ session, userDataDir, env });
  onTestFinished(() => app.kill9());
  return { ...app, folder: userDataDir };
}

/** A first run that is connected to the server, with the popup open and nothing left to send. */
export async function connectedRun(
  options: RunOptions,
): Promise<{ readonly app: StintRun; readonly page: Page }> {
  const app = await runStint(options);
  const page = await app.openPopup();
  await connect(page, options.server);
  await allSent(page);
  // The first read of the day would meet whatever fault the test has in mind.
  await until(async () => (await snapshotOf(page)).sync.readAt, 'today was read');
  return { app, page };
}

/** A Toggl Focus of the test's own, with forty tasks and no entries. */
export async function openServer(options?: FaultServerOptions): Promise<FaultServer> {
  const server = await createFaultServer(options);
  onTestFinished(() => server.stop());
  return server;
}
