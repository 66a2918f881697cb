import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { familyOf, killAll } from '../desktop-session/processes.ts';
import type { DesktopSession } from '../desktop-session/session.ts';
import type { PackagedApp } from '../electron/packaged-app.ts';
import { until } from '../until.ts';

export type PackagedStart = {
  readonly session: DesktopSession;
  readonly userDataDir: string;
  readonly env: Readonly<Record<string, string>>;
};

/** Chromium's sandbox does not work for root. */
const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Starts the packaged app as a person does for the first time; the page of the popup that opens by itself. */
export async function firstPackagedRun(
  { executable }: PackagedApp,
  { session, userDataDir, env }: PackagedStart,
): Promise<Page> {
  const args = [...rootArgs, `--user-data-dir=${userDataDir}`, '--remote-debugging-port=0'];
  const child = spawn(executable, args, { env: { ...session.env, ...env }, stdio: 'ignore' });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${executable} could not be started`);
  onTestFinished(() => killAll(() => familyOf(pid)));
  const portFile = join(userDataDir, 'DevToolsActivePort');
  await until(
    () => existsSync(portFile) && readFileSync(portFile, 'utf8').includes('\n'),
    'the app can be looked into',
    20_000,
  );
  const [port = ''] = readFileSync(portFile, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  onTestFinished(() => browser.close());
  return until(
    () => browser.contexts().flatMap((context) => context.pages())[0],
    'the popup is there',
    20_000,
  );
}
