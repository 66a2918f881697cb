import { spawn } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { capture, say } from './run.mjs';

/** What Chromium says before it ends because it may neither make user namespaces nor use its helper. */
const NO_SANDBOX = /setuid_sandbox_host|No usable sandbox/;

/** Enough of the last words to find that in, wherever the stream was cut. */
const REMEMBERED = 4000;

function helperOf(electron) {
  return join(dirname(existsSync(electron) ? realpathSync(electron) : electron), 'chrome-sandbox');
}

/**
 * Whether Chromium's sandbox will not start here: a look at what it needs, for where Electron's own words
 * do not get through.
 *
 * @param {string} electron The path of its executable.
 * @returns {Promise<boolean>}
 */
export async function sandboxIsDenied(electron) {
  if (process.platform !== 'linux') return false;
  const helper = statSync(helperOf(electron), { throwIfNoEntry: false });
  if (helper?.uid === 0 && (helper.mode & 0o4001) === 0o4001) return false;
  return (await capture('unshare', ['--user', '--map-root-user', 'true'])).code !== 0;
}

function sandboxWords(electron) {
  const helper = helperOf(electron);
  return `Chromium's sandbox could not start, and Stint does not run without it: this system keeps programs of
plain users from making user namespaces (as Ubuntu has since 23.10), and the helper of this Electron that
could do without is not set up. Nothing was opened or changed. Either set the helper up, for this Electron alone:

  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'

or allow user namespaces until the next restart, for all programs, where AppArmor denies them:

  sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0

and start again.`;
}

/**
 * Runs a program that is Electron or starts it, in this terminal until it ends. Where the sandbox kept
 * it from starting, that is said in words. Resolves with the exit code; one that a signal ended counts as 1.
 */
export function runSandboxed(electron, [command, ...args], options) {
  const child = spawn(command, args, { ...options, stdio: ['inherit', 'inherit', 'pipe'] });
  let last = '';
  child.stderr.on('data', (chunk) => {
    process.stderr.write(chunk);
    last = (last + chunk).slice(-REMEMBERED);
  });
  // An interrupt is the app's to answer.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0 && NO_SANDBOX.test(last)) say(sandboxWords(electron));
      resolve(code ?? 1);
    });
  });
}
