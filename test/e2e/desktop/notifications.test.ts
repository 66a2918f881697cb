import { expect, it, onTestFinished } from 'vitest';
import { startNotificationDaemon } from '../../support/desktop-session/notification-daemon.ts';
import { popupWindows } from '../../support/opening/popup-windows.ts';
import { pressAgain } from '../../support/opening/press-again.ts';
import { track } from '../../support/electron/popup-steps.ts';
import { rowOf } from '../../support/review/list.ts';
import { TASK_A } from '../../support/server/fault-server.ts';
import { answer } from '../../support/server/faults.ts';
import { connectedRun, openServer, sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();

it('tells of a refused entry while the popup is closed, and a click brings the person to it', async () => {
  const daemon = await startNotificationDaemon(session().busAddress);
  onTestFinished(daemon.stop);
  const server = await openServer();
  const { app, page } = await connectedRun({ session: session(), server });
  await server.down();
  await track(page, TASK_A.name);
  await pressAgain(app.item);
  await popupWindows(session()).closed();

  const refusal = { error: 'task_not_found', error_description: 'no such task' };
  server.faults.when(({ method }) => method === 'POST', answer(422, { body: refusal }));
  await server.up();
  const [first] = await until(
    () => daemon.shown().length > 0 && daemon.shown(),
    'it is told',
    60_000,
  );
  expect(first).toMatchObject({ app: 'Stint', title: '1 entry refused by Toggl Focus' });
  expect(await popupWindows(session()).shown()).toBe(false);

  daemon.click(first?.id ?? 0);
  const opened = await app.page();
  await rowOf(opened, TASK_A.name).waitFor();
  expect(daemon.shown()).toHaveLength(1);
});
