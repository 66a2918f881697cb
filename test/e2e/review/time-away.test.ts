import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Instant } from '#contract';
import { createStore } from '../../../src-main/adapters/sqlite/store.ts';
import type { AccountId } from '../../../src-main/app/ports/ports.ts';
import { startNotificationDaemon } from '../../support/desktop-session/notification-daemon.ts';
import { startTimer, chooseTask } from '../../support/main-job/popup.ts';
import { allSent, snapshotOf } from '../../support/electron/popup-steps.ts';
import { until } from '../../support/until.ts';
import { connectedRun, openServer, runStint, sharedSession } from '../../support/stint-run.ts';

const session = sharedSession();
const MINUTE = 60_000;

it('killed with a heartbeat of twenty minutes ago, asks, and sends what the answer leaves', async () => {
  const server = await openServer();
  const { app, page } = await connectedRun({ session: session(), server });
  await chooseTask(page, 'Review');
  await startTimer(page);
  await app.kill9();
  const store = createStore(join(app.folder, 'stint.sqlite'));
  const host = new URL(server.account.baseUrl).host;
  const { organizationId, workspaceId } = server.account;
  const account = `focus@${host}:${organizationId}/${workspaceId}` as AccountId;
  const running = store.session(account)!;
  const now = Date.now();
  store.setSession(account, { ...running, startAt: (now - 50 * MINUTE) as Instant });
  store.setAlive(account, { workId: running.id, at: (now - 20 * MINUTE) as Instant });
  store.close();

  const daemon = await startNotificationDaemon(session().busAddress);
  onTestFinished(daemon.stop);
  const again = await runStint({ session: session(), server, folder: app.folder });
  const [told] = await until(() => daemon.shown().length > 0 && daemon.shown(), 'it is told');
  expect(told?.title).toBe('Was that time your work?');
  daemon.click(told?.id ?? 0);
  const popup = await again.page();
  const question = popup.getByRole('region', { name: 'Time away' });
  await question.getByText('Stint did not run').waitFor();
  await question.getByRole('button', { name: /^Stop at/ }).click();
  await question.waitFor({ state: 'detached' });
  expect((await snapshotOf(popup)).timer.state).toBe('idle');
  await allSent(popup);
  const [sent] = server.entries();
  expect(Math.round((sent?.duration ?? 0) / 60)).toBe(30);
});
