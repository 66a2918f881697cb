import type { Page } from 'playwright';
import { expect, onTestFinished } from 'vitest';
import { openDemo, type DemoApi } from '../server/demo-api.ts';
import type { DesktopSession } from '../desktop-session/session.ts';
import type { FaultServer, FaultServerOptions } from '../server/fault-server.ts';
import { API_DESCRIPTION, hasApiDescription } from '../server/prism-proxy.ts';
import { snapshotOf } from '../electron/popup-steps.ts';
import { connectedRun, type StintRun } from '../stint-run.ts';
import { until } from '../until.ts';
import { watch } from '../server/watched-server.ts';

/** Something that was tracked elsewhere before Stint was connected. */
export type TrackedElsewhere = {
  readonly minutesAgo: number;
  readonly minutes: number;
  readonly taskId?: number;
  readonly description?: string;
  readonly type?: 'break';
};

export type Review = {
  readonly api: DemoApi;
  readonly server: FaultServer;
  readonly app: StintRun;
  readonly page: Page;
  /** The whole minute in which the run began. */
  readonly beganAt: number;
  /** Waits until the server has had so many requests of this kind since the run was connected. */
  readonly requested: (method: string, path: string, times?: number) => Promise<void>;
  /** Fails where a request or an answer broke Toggl's description of its API. */
  readonly expectConformity: () => void;
};

const MINUTE = 60_000;
/** A popup answers at once; what takes longer has failed. */
const PATIENCE_MS = 8_000;

/** A popup that shows a day on which these entries were tracked, all of it read, nothing left to send. */
export async function reviewRun(
  session: DesktopSession,
  entries: readonly TrackedElsewhere[],
  options?: FaultServerOptions,
): Promise<Review> {
  const api = await openDemo(options);
  onTestFinished(() => api[Symbol.asyncDispose]());
  const beganAt = Math.floor(Date.now() / MINUTE) * MINUTE;
  for (const entry of entries) await track(api, entry, beganAt);
  const watched = hasApiDescription() ? await watch(api.server) : undefined;
  if (watched === undefined) {
    process.emitWarning(
      `Requests are not checked against Toggl's description: no ${API_DESCRIPTION}`,
    );
  }
  const server = watched ?? api.server;
  const { app, page } = await connectedRun({ session, server });
  page.setDefaultTimeout(PATIENCE_MS);
  await firstReadsDone(page);
  server.forgetRequests();
  return {
    api,
    server,
    app,
    page,
    beganAt,
    requested: async (method, path, times = 1) => {
      await until(() => server.count(method, path) >= times, `${method} ${path} arrives`, 20_000);
      expect(server.count(method, path)).toBe(times);
    },
    expectConformity: () => expect(watched?.violations() ?? []).toEqual([]),
  };
}

/** Connecting reads today, its plan and the account's settings one after the other. */
async function firstReadsDone(page: Page): Promise<void> {
  await until(async () => !(await snapshotOf(page)).sync.busy, 'nothing is read or sent any more');
}

/** Puts an entry into the account; its id there. */
export async function track(api: DemoApi, entry: TrackedElsewhere, nowAt: number): Promise<number> {
  const { minutesAgo, minutes, taskId, description, type = 'activity' } = entry;
  const start = new Date(nowAt - minutesAgo * MINUTE).toISOString();
  const path = taskId === undefined ? 'O/time-entries' : `O/tasks/${taskId}/time-entries`;
  const { status, body } = await api.call('POST', path, {
    type,
    start,
    duration: minutes * 60,
    description,
  });
  if (status !== 201) throw new Error(`The account did not take ${start}: status ${status}`);
  return (body as { readonly id: number }).id;
}
