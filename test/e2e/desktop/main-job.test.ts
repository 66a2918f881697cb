import { describe, expect, it } from 'vitest';
import { TASK_B } from '../../support/server/fault-server.ts';
import { chooseTask, letTimePass, startTimer, stopTimer } from '../../support/main-job/popup.ts';
import {
  addressOf,
  allSent,
  connect,
  connected,
  entriesOf,
  errorSaying,
  hostOf,
  press,
  track,
  tryKey,
  type,
} from '../../support/electron/popup-steps.ts';
import { quotaSpent } from '../../support/server/faults.ts';
import { openServer, runStint, sharedSession } from '../../support/stint-run.ts';

const wholeSecond = (at: number) => Math.floor(at / 1000) * 1000;

describe('the main job', () => {
  const session = sharedSession();

  it('brings a session into Toggl Focus as one entry, and takes the account up again', async () => {
    const server = await openServer();
    const first = await runStint({ session: session(), server });
    const page = await first.openPopup();
    await connect(page, server);

    expect(await chooseTask(page, 'migration dry')).toBe(TASK_B.name);
    const beforeStart = Date.now();
    await startTimer(page);
    const afterStart = Date.now();
    await letTimePass(page);
    const beforeStop = Date.now();
    await stopTimer(page);
    const afterStop = Date.now();
    await allSent(page);

    const [entry, ...others] = server.entries();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ task_id: TASK_B.id, type: 'activity', deleted_at: null });
    const startAt = entry?.start_at ?? 0;
    expect(startAt).toBeGreaterThanOrEqual(wholeSecond(beforeStart));
    expect(startAt).toBeLessThanOrEqual(afterStart);
    const endAt = startAt + (entry?.duration ?? 0) * 1000;
    expect(endAt).toBeGreaterThanOrEqual(wholeSecond(beforeStop));
    expect(endAt).toBeLessThanOrEqual(afterStop);
    expect(server.count('POST', 'O/tasks/*/time-entries')).toBe(1);

    const listed = await entriesOf(page);
    expect(listed).toEqual([expect.stringMatching(/^Migration dry run, .+ sent$/)]);
    expect(await session().keyring.secretsOf('Stint', hostOf(server))).toEqual([
      server.account.credential.key,
    ]);

    await first.close();
    server.forgetRequests();
    const second = await runStint({ session: session(), server, folder: first.folder });
    const again = await second.openPopup();
    await connected(again);
    expect(await entriesOf(again)).toEqual(listed);
    // The one question of a launch: whether a timer runs elsewhere.
    expect(server.requests()).toMatchObject([{ method: 'GET', path: 'O/tracking/current' }]);
  });

  it('connects with e-mail, password and typed numbers too', async () => {
    const login = { email: 'ada@example.com', password: 'correct hörse' };
    const server = await openServer({ keys: [], login });
    const app = await runStint({ session: session(), server });
    const page = await app.openPopup();
    const { organizationId, workspaceId } = server.account;

    await page.getByText('More ways to connect').click();
    await press(page, 'Use e-mail and password');
    await type(page, 'E-mail', login.email);
    await type(page, 'Password', login.password);
    await press(page, 'Type the numbers instead');
    await type(page, 'Organization ID', String(organizationId));
    await type(page, 'Workspace ID', String(workspaceId));
    await press(page, 'Connect');
    await connected(page);
    await track(page, TASK_B.name);

    await allSent(page);
    expect(server.entries()).toHaveLength(1);
    const secrets = await session().keyring.secretsOf('Stint', hostOf(server));
    expect(secrets.map((text) => JSON.parse(text) as unknown)).toEqual([login]);
  });

  it('says at each failure to connect what to do', async () => {
    const server = await openServer();
    const app = await runStint({ session: session(), server });
    const page = await app.openPopup();
    const { key } = server.account.credential;
    const address = addressOf(server);
    const kept = await session().keyring.secretsOf('Stint', hostOf(server));

    await press(page, 'Connect');
    await errorSaying(page, 'Paste your API key first.');

    await tryKey(page, key, 'https://example.com/1/workspaces/2');
    await errorSaying(page, 'copy the whole address and paste it here');
    expect(server.requests()).toEqual([]);

    await tryKey(page, 'toggl_sk_wrong', address);
    await errorSaying(page, 'Check the API key');

    await tryKey(page, key, address.replace('/7001/', '/7002/'));
    await errorSaying(page, 'signed in to Toggl Focus with the same account');

    server.faults.next(quotaSpent(1800));
    await tryKey(page, key, address);
    expect(await errorSaying(page, 'used up')).toMatch(/Try again after \d?\d:\d\d/);

    await server.down();
    await tryKey(page, key, address);
    await errorSaying(page, 'Allow Stint there, then try again.');
    expect(await session().keyring.secretsOf('Stint', hostOf(server))).toEqual(kept);

    await server.up();
    await press(page, 'Connect');
    await connected(page);
  });
});
