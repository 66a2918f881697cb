import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { track } from '../../support/electron/popup-steps.ts';
import { TASK_A } from '../../support/server/fault-server.ts';
import { answer } from '../../support/server/faults.ts';
import { connectedRun, openServer, sharedSession } from '../../support/stint-run.ts';

const session = sharedSession();

it('writes version, system and log where the person chooses, without key and names, and sends nothing', async () => {
  const server = await openServer();
  const { app, page } = await connectedRun({ session: session(), server });
  const { key } = server.account.credential;
  const echo = { error: `refused ${key}`, error_description: TASK_A.name };
  server.faults.when(({ method }) => method === 'POST', answer(422, { body: echo }));
  await track(page, TASK_A.name);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByText('Engineering, Northwind').waitFor();
  const before = server.requests().length;

  const file = join(session().home, 'report.txt');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByText('Report a problem').click();
  await page.getByRole('button', { name: 'Save the file…' }).click();
  await page.getByText(`Saved as ${file}.`).waitFor();

  const report = readFileSync(file, 'utf8');
  expect(report).toMatch(/^Stint: \d+\.\d+\.\d+$/m);
  expect(report).toMatch(/^System: linux .+$/m);
  expect(report).toMatch(/^Desktop: GNOME$/m);
  expect(report).toContain('connection tried');
  expect(report).not.toContain(key);
  expect(report).not.toContain(TASK_A.name);
  expect(server.requests()).toHaveLength(before);

  await app.electron.evaluate(({ shell }) => {
    shell.openPath = (path) => {
      Object.assign(globalThis, { opened: path });
      return Promise.resolve('');
    };
  });
  await page.getByRole('button', { name: 'Open the log' }).click();
  const opened = () =>
    app.electron.evaluate(() => (globalThis as { opened?: string }).opened ?? '');
  await expect.poll(opened).toBe(join(app.folder, 'logs'));
  expect(existsSync(join(await opened(), 'stint.log'))).toBe(true);
});
