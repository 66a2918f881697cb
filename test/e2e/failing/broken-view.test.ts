import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CHANNEL, type Snapshot } from '#contract';
import { openServer, connectedRun, sharedSession, type StintRun } from '../../support/stint-run.ts';
import { press, snapshotOf } from '../../support/electron/popup-steps.ts';
import { describeWork, startTimer, stopTimer } from '../../support/main-job/popup.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();

/** As main would with a bug of its own: tells the page what it cannot draw. */
async function tellPage({ electron }: StintRun, snapshot: Snapshot): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, { channel, sent }) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, sent);
    },
    { channel: CHANNEL.snapshot, sent: snapshot },
  );
}

const failuresIn = ({ folder }: StintRun) =>
  readFileSync(join(folder, 'logs/stint.log'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('page-failed'));

it('lives on where a part of the page cannot be drawn, stops the timer, draws anew and says so in the log', async () => {
  const { app, page } = await connectedRun({ session: session(), server: await openServer() });
  await describeWork(page, 'a word of mine');
  await startTimer(page);
  const well = await snapshotOf(page);

  const today = { ...well.today, gaps: 5 as unknown as Snapshot['today']['gaps'] };
  await tellPage(app, { ...well, today });
  const alert = page.getByRole('alert').filter({ hasText: 'could not draw' });
  await alert.waitFor();
  await page.getByRole('timer', { name: 'Elapsed time' }).waitFor();
  await until(() => failuresIn(app).length > 0, 'the failure is in the log');
  expect(failuresIn(app)[0]).toContain('view');
  expect(failuresIn(app).join()).not.toContain('a word of mine');

  await stopTimer(page);
  await press(page, 'Draw anew');
  await alert.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /a word of mine/ }).waitFor();
});

it('says in the log what failed outside of any drawing', async () => {
  const { app, page } = await connectedRun({ session: session(), server: await openServer() });
  await page.evaluate(() => {
    setTimeout(() => {
      throw new RangeError('a word of mine');
    });
    void Promise.reject(new SyntaxError('a word of mine'));
  });
  await until(() => failuresIn(app).length === 2, 'both failures are in the log');
  const lines = failuresIn(app).join('\n');
  expect(lines).toMatch(/RangeError.*script|script.*RangeError/);
  expect(lines).toMatch(/SyntaxError.*promise|promise.*SyntaxError/);
  expect(lines).not.toContain('a word of mine');
});
