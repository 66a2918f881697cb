import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { until } from '../until.ts';

export type Environment = Readonly<Record<string, string>>;

const START_MS = 15_000;
const execute = promisify(execFile);

function firstLine(child: ChildProcess, stream: Readable, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    let complaints = '';
    const fail = (what: string) => reject(new Error(`${name} ${what}. ${complaints.trim()}`));
    const timer = setTimeout(() => fail(`did not start within ${START_MS} ms`), START_MS);
    child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    child.on('error', (error) => fail(`could not be started: ${error.message}`));
    child.on('exit', (code) => fail(`ended at once with ${code ?? 'a signal'}`));
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes('\n')) return;
      clearTimeout(timer);
      resolve(said.split('\n')[0] ?? '');
    });
  });
}

/** Starts a program that tells on file descriptor 3 where it can be reached, and waits for that. */
async function startTelling(
  command: string,
  args: readonly string[],
  env: Environment,
): Promise<string> {
  const child = spawn(command, args, {
    detached: true,
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  child.unref();
  return firstLine(child, child.stdio[3] as Readable, command);
}

/**
 * An X server without a screen of glass: returns its DISPLAY. It keeps the picture in the file
 * `Xvfb_screen0` (XWD format) of the folder.
 */
export async function startDisplay(
  size: { readonly width: number; readonly height: number },
  folder: string,
  env: Environment,
): Promise<string> {
  const screen = ['-screen', '0', `${size.width}x${size.height}x24`];
  const rest = ['-nolisten', 'tcp', '-noreset', '-ac', '-fbdir', folder];
  return `:${await startTelling('Xvfb', ['-displayfd', '3', ...screen, ...rest], env)}`;
}

/** It starts no service by itself, so that a session without a keyring stays without one. */
const BUS = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`;

/** What sets up a message bus, as the argument that names a file in the folder. */
export async function writeBusConfig(folder: string): Promise<string> {
  const config = join(folder, 'bus.conf');
  await writeFile(config, BUS);
  return `--config-file=${config}`;
}

/** A message bus of the session's own, set up by a file in the folder: returns its address. */
export async function startBus(folder: string, env: Environment): Promise<string> {
  const args = [await writeBusConfig(folder), '--nofork', '--print-address=3'];
  return startTelling('dbus-daemon', args, env);
}

/** Of the session's keyring. */
export const KEYRING_PASSWORD = '\n';

/** A keyring that the session's own password has made and opened, unless it is to stay locked. */
export function startKeyring(env: Environment, isUnlocked = true): ChildProcess {
  const args = ['--foreground', '--components=secrets', ...(isUnlocked ? ['--unlock'] : [])];
  const child = spawn('gnome-keyring-daemon', args, {
    detached: true,
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.on('error', () => undefined); // told by the wait for its name on the bus
  child.stdin.on('error', () => undefined);
  child.stdin.end(KEYRING_PASSWORD);
  child.unref();
  return child;
}

const FOLLOW_MOUSE = `<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus>
    <focusNew>yes</focusNew>
    <followMouse>yes</followMouse>
    <focusLast>yes</focusLast>
    <underMouse>no</underMouse>
    <focusDelay>0</focusDelay>
    <raiseOnFocus>no</raiseOnFocus>
  </focus>
</openbox_config>`;

/** Writes a file that lets openbox give the focus to whatever the mouse enters; where it is. */
export async function followMouseConfig(folder: string): Promise<string> {
  const file = join(folder, 'openbox.xml');
  await writeFile(file, FOLLOW_MOUSE);
  return file;
}

/** Starts openbox and waits until it manages the display: windows opened earlier would stay where they are. */
export async function startWindowManager(env: Environment, config?: string): Promise<void> {
  const args = config === undefined ? [] : ['--config-file', config];
  const child = spawn('openbox', args, { detached: true, env, stdio: 'ignore' });
  child.on('error', () => undefined); // told by the wait
  child.unref();
  const property = '_NET_SUPPORTING_WM_CHECK';
  await until(async () => {
    const { stdout } = await execute('xprop', ['-root', property], { env: { ...env } });
    return stdout.includes('window id');
  }, 'openbox manages the display');
}

/**
 * Ends the session's processes when this process dies without having done it, SIGKILL included: a
 * shell that waits on a pipe which only this process holds open. Returns how to dismiss it.
 */
export function startGuard(mark: string, home: string): () => void {
  const script = `
    read -r word; [ "$word" = done ] && exit
    for round in 1 2 3; do
      for process in /proc/[0-9]*; do
        grep -qszFx "$1" "$process/environ" && kill -KILL "\${process#/proc/}"
      done
    done
    rm -rf "$2"`;
  const child = spawn('sh', ['-c', script, 'guard', mark, home], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.stdin.on('error', () => undefined);
  child.unref();
  return () => child.stdin.end('done\n');
}
