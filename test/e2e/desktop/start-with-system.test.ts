import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connectedRun, openServer, runStint, sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();

it('is started at a login when a person wants it, and no longer when not', async () => {
  const server = await openServer();
  const { app, page } = await connectedRun({ session: session(), server });
  const folder = join(session().home, '.config', 'autostart');
  const file = join(folder, 'stint.desktop');
  await page.getByRole('button', { name: 'Settings' }).click();
  const choice = page.getByRole('switch', { name: 'Start with the system' });
  expect(await choice.isChecked()).toBe(false);

  await choice.click();
  await until(() => existsSync(file), 'the desktop is told');
  const program = await app.electron.evaluate(() => process.execPath);
  expect(readFileSync(file, 'utf8')).toMatch(/^Exec=".*" ".*" "--hidden"$/m);
  expect(readFileSync(file, 'utf8')).toContain(`Exec="${program}"`);

  await app.close();
  const next = await runStint({ session: session(), server, folder: app.folder });
  const again = await next.openPopup();
  await again.getByRole('button', { name: 'Settings' }).click();
  const still = again.getByRole('switch', { name: 'Start with the system' });
  expect(await still.isChecked()).toBe(true);

  await still.press('Space');
  await until(() => !existsSync(file), 'the desktop is told');

  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'in the way');
  await still.click();
  await again.getByText('The file could not be written').waitFor();
  await until(async () => !(await still.isChecked()), 'the switch is as it was');
});
