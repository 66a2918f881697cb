import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const START = join(import.meta.dirname, '../../scripts/start.mjs');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stint-start-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs `npm start` at a display, with a script in the place of Electron. */
function start(script: string): Promise<{ readonly code: number; readonly said: string }> {
  const electron = join(folder, 'electron');
  writeFileSync(electron, `#!/bin/sh\n${script}\n`);
  chmodSync(electron, 0o755);
  const env = { ...process.env, STINT_ELECTRON: electron, DISPLAY: ':7' };
  return new Promise((resolve) => {
    execFile(process.execPath, [START, '--flag'], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr });
    });
  });
}

it('says what to do where the sandbox kept Electron from starting, and does not switch it off', async () => {
  const { code, said } = await start(`
    echo "started with $*" >> '${folder}/starts'
    echo '[1:FATAL:setuid_sandbox_host.cc(158)] The SUID sandbox helper binary was found, but is not' >&2
    echo 'configured correctly. Rather than run without sandboxing I am aborting now.' >&2
    kill -TRAP $$`);
  expect(code).toBe(1);
  expect(said).toContain('FATAL:setuid_sandbox_host.cc');
  expect(said).toContain("Chromium's sandbox could not start");
  expect(said).toContain(`sudo chmod 4755 '${join(folder, 'chrome-sandbox')}'`);
  expect(said).toContain('kernel.apparmor_restrict_unprivileged_userns=0');
}, 60_000);

it('says nothing of the sandbox where something else ended the app, and passes its code on', async () => {
  const { code, said } = await start('echo "ended" >&2; exit 7');
  expect(code).toBe(7);
  expect(said).toContain('ended');
  expect(said).not.toContain("Chromium's sandbox could not start");
}, 60_000);

it('switches the sandbox off for nobody but root, and tells root so', async () => {
  const isRoot = process.getuid?.() === 0;
  const { said } = await start('echo "flags: $*"');
  expect(said.includes('flags: --no-sandbox')).toBe(isRoot);
  expect(said.includes('You are root, for whom Chromium')).toBe(isRoot);
}, 60_000);
