import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startDesktopSession, type DesktopSession } from '../../support/desktop-session/session.ts';
import { launchApp } from '../../support/electron/electron-app.ts';
import { connect, errorSaying, tryKey } from '../../support/electron/popup-steps.ts';
import { freePortOf, makeCertificates, overHttps } from '../../support/reaching/https-server.ts';
import { openServer } from '../../support/stint-run.ts';

const ADDRESS = 'https://focus.toggl.com/1/workspaces/2/timer';
/** Stint itself waits half a minute for an answer. */
const LONGEST_WAIT_MS = 45_000;

let session: DesktopSession;
beforeEach(async () => {
  session = await startDesktopSession();
  return () => session.stop();
});

/** The popup of a first run against this address. */
async function popupAgainst(baseUrl: string): Promise<Page> {
  const userDataDir = join(session.home, randomUUID());
  const app = await launchApp({ session, userDataDir, env: { STINT_API_URL: baseUrl } });
  onTestFinished(() => app.kill9());
  return app.openPopup();
}

async function saysAt(baseUrl: string, words: string, timeout = 10_000): Promise<string> {
  const page = await popupAgainst(baseUrl);
  await tryKey(page, 'toggl_sk_none', ADDRESS);
  const error = page.getByRole('alert').filter({ hasText: words });
  await error.waitFor({ timeout });
  return errorSaying(page, words);
}

describe('why nothing reaches Toggl Focus is told as it is', () => {
  it('where the name is nowhere to be found', async () => {
    const said = await saysAt('https://focus.invalid/api', 'could not be looked up (DNS)');
    expect(said).toContain('Check the network, and the DNS server or VPN that it uses');
  });

  it('where whoever answers shows a certificate that nobody here trusts', async () => {
    const { baseUrl } = await overHttps(await openServer(), makeCertificates());
    const said = await saysAt(baseUrl, 'a certificate that this computer does not trust');
    expect(said).toContain('its root certificate has to be installed in the system');
  });

  it('where a connection comes about and no answer does', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined));
    const port = await freePortOf(silent);
    await saysAt(`http://localhost:${port}/api`, 'did not answer in time', LONGEST_WAIT_MS);
  });
});

const hasCertutil = spawnSync('certutil', ['-H']).error === undefined;
if (!hasCertutil) {
  process.stderr.write(
    'SKIPPED: that Stint trusts a root of the system is not shown on this machine, for certutil (libnss3-tools) is missing.\n',
  );
}

/** As a person installs one for the programs of their own: in the NSS database of their home. */
function installRoot(rootFile: string): void {
  const folder = join(session.home, '.pki', 'nssdb');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const certutil = (...args: readonly string[]) =>
    execFileSync('certutil', ['-d', `sql:${folder}`, ...args]);
  certutil('-N', '--empty-password');
  certutil('-A', '-n', 'Company root', '-t', 'C,,', '-i', rootFile);
}

describe.skipIf(!hasCertutil)('where a company inspects connections', () => {
  it('the root that it has installed is trusted', async () => {
    const server = await openServer();
    const certificates = makeCertificates();
    installRoot(certificates.rootFile);
    const { baseUrl } = await overHttps(server, certificates);
    await connect(await popupAgainst(baseUrl), server);
    expect(server.requests()).not.toEqual([]);
  });
});
