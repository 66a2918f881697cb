import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { DesktopSession } from '../../support/desktop-session/session.ts';
import { launchApp } from '../../support/electron/electron-app.ts';
import { allSent, connect, snapshotOf, track } from '../../support/electron/popup-steps.ts';
import { NOON_ZONE } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

/** An account with two weeks of entries and 500 tasks, and a Stint that has read it. */
export type Account = {
  readonly env: Readonly<Record<string, string>>;
  /** A copy of Stint's data for one run. */
  userData(): string;
  stop(): void;
};

const TASKS = 500;
const ENTRIES_TODAY = 20;
const DAYS = 14;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ENTRY_MS = 20 * 60_000;
const KEY = `toggl_sk_${'0123456789abcdef'.repeat(2)}`;

const listening = z.object({
  baseUrl: z.string(),
  organizationId: z.number(),
  workspaceId: z.number(),
});
const createdTask = z.object({ id: z.number() });

/** The embedded Toggl Focus in a process of its own, as the real one is; its quota is not what is measured. */
async function startFocus(root: string, { env }: DesktopSession) {
  const server = join(root, 'out/main/demo-server.cjs');
  const args = [server, '--key', KEY, '--seed', 'nothing', '--quota', '100000'];
  // With the session's environment it ends with the session, whatever becomes of this process.
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() =>
      Promise.reject(new Error('the server ended before it listened')),
    ),
  ])) as [string];
  const place = listening.parse(JSON.parse(line));
  const workspace = `${place.baseUrl}/organizations/${place.organizationId}/workspaces/${place.workspaceId}`;
  async function post(path: string, body: unknown): Promise<unknown> {
    const answer = await fetch(`${workspace}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}` },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
  return { place, post, stop: () => child.kill() };
}

type Focus = Awaited<ReturnType<typeof startFocus>>;

async function fill({ post }: Focus): Promise<void> {
  const tasks: number[] = [];
  for (let number = 1; number <= TASKS; number += 1) {
    const { id } = createdTask.parse(await post('tasks', { name: `Task number ${number}` }));
    tasks.push(id);
  }
  const hour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
  const entries = Array.from({ length: DAYS * ENTRIES_TODAY }, (_, index) => {
    const back = Math.floor(index / ENTRIES_TODAY);
    const start = hour - back * DAY_MS - ((index % ENTRIES_TODAY) + 1) * ENTRY_MS;
    return {
      type: 'activity',
      task_id: tasks[(index * 7) % tasks.length],
      start: new Date(start).toISOString(),
      duration: (ENTRY_MS - 60_000) / 1000,
      description: `part ${index + 1}`,
    };
  });
  // The newest one is tracked in Stint itself, which then has a last task to start again.
  await post('time-entries/bulk', entries.slice(1));
}

export async function prepareAccount(root: string, session: DesktopSession): Promise<Account> {
  const focus = await startFocus(root, session);
  try {
    await fill(focus);
    const folder = join(session.home, 'prepared');
    const env = { STINT_API_URL: focus.place.baseUrl, TZ: NOON_ZONE };
    await readOnce(session, folder, env, focus);
    let copies = 0;
    return {
      env,
      userData() {
        copies += 1;
        const copy = join(session.home, `run-${copies}`);
        cpSync(folder, copy, { recursive: true, filter: (path) => !path.includes('Singleton') });
        return copy;
      },
      stop: focus.stop,
    };
  } catch (error) {
    focus.stop();
    throw error;
  }
}

/** Connects through the popup; the key is then in the session's keyring, the account's day and tasks in the folder. */
async function readOnce(
  session: DesktopSession,
  userDataDir: string,
  env: Readonly<Record<string, string>>,
  { place }: Focus,
): Promise<void> {
  const app = await launchApp({ session, userDataDir, env });
  try {
    const page = await app.openPopup();
    const credential = { kind: 'key', key: KEY } as const;
    await connect(page, { account: { ...place, credential } });
    await track(page, 'Task number 7');
    await allSent(page);
    await until(async () => {
      const { today, tasks } = await snapshotOf(page);
      return today.entries.length === ENTRIES_TODAY && tasks.count === TASKS;
    }, `today has ${ENTRIES_TODAY} entries, and ${TASKS} tasks are known`);
  } finally {
    await app.close();
  }
}
