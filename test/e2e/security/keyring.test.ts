import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startDesktopSession, type DesktopSession } from '../../support/desktop-session/session.ts';
import { filesHolding } from '../../support/electron/find-text.ts';
import { TASK_A } from '../../support/server/fault-server.ts';
import {
  allSent,
  connect,
  entriesReading,
  errorSaying,
  hostOf,
  noNotice,
  noticeSaying,
  press,
  track,
} from '../../support/electron/popup-steps.ts';
import { openServer, runStint } from '../../support/stint-run.ts';

const SERVICE = 'Stint';

describe('without a keyring', () => {
  let session: DesktopSession;

  beforeAll(async () => {
    session = await startDesktopSession({ keyring: 'none' });
  });
  afterAll(() => session.stop());

  it('says so, works from memory and writes the key nowhere', async () => {
    const server = await openServer();
    const { key } = server.account.credential;
    const first = await runStint({ session, server });
    const page = await first.openPopup();

    await connect(page, server);

    const notice = await noticeSaying(page, 'The keychain could not take your key.');
    expect(notice).toContain('held in memory, never on disk');
    expect(notice).toContain('With a keychain running, connect again to keep it.');
    await track(page, TASK_A.name);
    await allSent(page);
    await first.close();
    expect(filesHolding(session.home, [key])).toEqual([]);

    const second = await runStint({ session, server, folder: first.folder });
    const again = await second.openPopup();
    expect(await noticeSaying(again, 'no longer in the keychain')).toContain('Connect again');
    await track(again, TASK_A.name);
    await entriesReading(again, /waiting to send$/, /sent$/);
    await press(again, 'Connect again');
    await again.getByRole('textbox', { name: 'API key' }).fill(key);
    await press(again, 'Connect');
    await allSent(again);
    expect(server.entries()).toHaveLength(2);
  });
});

describe('with a locked keyring', () => {
  let session: DesktopSession;

  beforeAll(async () => {
    session = await startDesktopSession();
  });
  afterEach(() => session.keyring.unlock());
  afterAll(() => session.stop());

  it('tracks on, and sends once the person has unlocked it', async () => {
    const server = await openServer();
    const first = await runStint({ session, server });
    await connect(await first.openPopup(), server);
    await first.close();
    await session.keyring.lock();

    const second = await runStint({ session, server, folder: first.folder });
    const page = await second.openPopup();
    expect(await noticeSaying(page, 'Your keychain is locked')).toContain('Unlock it');
    await track(page, TASK_A.name);
    await entriesReading(page, /waiting to send$/);
    await press(page, 'Unlock');
    await errorSaying(page, 'The keychain of this computer is locked.');
    expect(server.entries()).toEqual([]);

    await session.keyring.unlock();
    await press(page, 'Unlock');

    await noNotice(page);
    await allSent(page);
    expect(server.entries()).toHaveLength(1);
    expect(await session.keyring.secretsOf(SERVICE, hostOf(server))).toEqual([
      server.account.credential.key,
    ]);
  });

  it('keeps a new key in memory and leaves the one in the keyring alone', async () => {
    const old = await openServer();
    const before = await runStint({ session, server: old });
    await connect(await before.openPopup(), old);
    await before.close();
    await session.keyring.lock();

    const key = `toggl_sk_${'fedcba9876543210'.repeat(2)}`;
    const server = await openServer({ keys: [key] });
    const app = await runStint({ session, server });
    const page = await app.openPopup();
    await connect(page, server);

    await noticeSaying(page, 'held in memory, never on disk');
    await track(page, TASK_A.name);
    await allSent(page);
    await app.close();
    expect(filesHolding(session.home, [key])).toEqual([]);
    await session.keyring.unlock();
    expect(await session.keyring.secretsOf(SERVICE, hostOf(old))).toEqual([
      old.account.credential.key,
    ]);
  });
});
