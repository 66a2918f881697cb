import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { resolveElectron } from '../../../scripts/bootstrap/electron.mjs';
import { familyOf, killAll } from '../desktop-session/processes.ts';
import type { DesktopSession } from '../desktop-session/session.ts';
import { projectRoot } from '../electron/electron-app.ts';

export type PlainRun = {
  /** The exit code, once the main process has ended. */
  readonly ended: Promise<number | null>;
  kill9(): Promise<void>;
};

export type PlainStart = {
  readonly session: DesktopSession;
  readonly userDataDir: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts Stint as a desktop does, with nobody to look into it; whatever is left when the test ends is killed. */
export async function startPlainly({
  session,
  userDataDir,
  args = [],
  env = {},
}: PlainStart): Promise<PlainRun> {
  const { command, args: first } = await resolveElectron(projectRoot);
  const child = spawn(command, [...first, `--user-data-dir=${userDataDir}`, ...args], {
    env: { ...session.env, ...env },
    stdio: 'ignore',
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} could not be started`);
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  const kill9 = () => killAll(() => familyOf(pid));
  onTestFinished(kill9);
  return { ended, kill9 };
}
