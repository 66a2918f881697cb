import type { Page } from 'playwright';
import { beforeEach, describe, expect, it } from 'vitest';
import { axeFindings } from '../../support/electron/axe.ts';
import { TASK_A, TASK_B, type FaultServer } from '../../support/server/fault-server.ts';
import { answer } from '../../support/server/faults.ts';
import { chooseTask, startTimer, stopTimer, workField } from '../../support/main-job/popup.ts';
import { connect, nextPressIsMeant, statusReading } from '../../support/electron/popup-steps.ts';
import { openServer, runStint, sharedSession, type StintRun } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();
let server: FaultServer;
let app: StintRun;
let page: Page;

beforeEach(async () => {
  server = await openServer();
  app = await runStint({ session: session(), server });
  page = await app.openPopup();
});

const click = (name: string) => page.getByRole('button', { name, exact: true }).click();

const findings = () => axeFindings(page);

async function track(name: string): Promise<void> {
  await chooseTask(page, name);
  await startTimer(page);
  await stopTimer(page);
}

describe('axe finds nothing', () => {
  it('in the connect view, empty, with a field missing and with an error', async () => {
    await page.getByRole('button', { name: 'Try the demo' }).waitFor();
    expect(await findings()).toEqual([]);

    await click('Connect');
    await page.getByRole('alert').waitFor();
    expect(await findings()).toEqual([]);

    server.faults.next(answer(401));
    const { credential, organizationId, workspaceId } = server.account;
    await page.getByRole('textbox', { name: 'API key' }).fill(credential.key);
    const place = `https://focus.toggl.com/${organizationId}/workspaces/${workspaceId}`;
    await page.getByRole('textbox', { name: 'Toggl Focus address' }).fill(place);
    await click('Connect');
    await page.getByText('did not accept the sign-in').waitFor();
    expect(await findings()).toEqual([]);

    await page.getByText('More ways to connect').click();
    expect(await findings()).toEqual([]);
    await click('Use e-mail and password');
    await click('Type the numbers instead');
    expect(await findings()).toEqual([]);
  });

  it('in the timer view with an empty day, with tasks to choose from and with none found', async () => {
    await connect(page, server);
    expect(await findings()).toEqual([]);

    await workField(page).click();
    await page.getByRole('option', { name: TASK_A.name }).waitFor();
    expect(await findings()).toEqual([]);

    await workField(page).fill('@no such task');
    await page.getByText('No task matches').waitFor();
    expect(await findings()).toEqual([]);
  });

  it('while a timer runs below entries that are sent, waiting and refused', async () => {
    await connect(page, server);
    await track(TASK_B.name);
    await page.getByText('All sent').waitFor();
    server.deleteTask(TASK_A.id);
    await track(TASK_A.name);
    await statusReading(page, '1 refused');
    await server.down();
    await track(TASK_B.name);
    await statusReading(page, '1 waiting');
    await chooseTask(page, TASK_B.name);
    await nextPressIsMeant(page);
    await startTimer(page);
    expect(await findings()).toEqual([]);

    await click(`Mend ${TASK_A.name}`);
    await page.getByRole('button', { name: 'Send again', exact: true }).waitFor();
    expect(await findings()).toEqual([]);
    await click('Cancel');

    const row = page.getByRole('row', { name: TASK_A.name }).first();
    for (const [key, opened] of [
      ['s', 'Split at'],
      ['h', 'Minutes later, or earlier with a minus'],
      ['m', 'Move to'],
    ] as const) {
      await row.press(key);
      await page.getByRole('group', { name: opened }).waitFor();
      expect(await findings()).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await row.press('ContextMenu');
    await page.getByRole('menu', { name: 'What can be done' }).waitFor();
    expect(await findings()).toEqual([]);
    await page.keyboard.press('Escape');
    await row.press('Control+a');
    await page.getByRole('group', { name: 'Selected entries' }).waitFor();
    expect(await findings()).toEqual([]);
    await row.press('Delete');
    await page.getByRole('button', { name: /^Deleted/ }).click();
    await page.getByRole('button', { name: 'Restore all' }).waitFor();
    expect(await findings()).toEqual([]);
    await page.keyboard.press('F1');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await findings()).toEqual([]);
  });

  it('in the settings, and when they ask before an account is disconnected', async () => {
    await connect(page, server);
    await server.down();
    await track(TASK_A.name);
    await click('Settings');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    expect(await findings()).toEqual([]);
    await page.getByText('What is new').click();
    await page.getByRole('listitem').first().waitFor();
    await page.getByText('Report a problem').click();
    expect(await findings()).toEqual([]);

    await click('Disconnect');
    await page.getByRole('alertdialog').waitFor();
    expect(await findings()).toEqual([]);
  });

  it('when Toggl Focus no longer takes the key, and where it is connected again', async () => {
    await connect(page, server);
    server.faults.when(() => true, answer(401));
    await track(TASK_A.name);
    await until(() => server.count('POST', 'O/tasks/*/time-entries') === 1, 'it was refused once');
    await click('Refresh');
    await page.getByText('no longer accepts your key').waitFor();
    expect(await findings()).toEqual([]);

    await click('Connect again');
    await page.getByRole('heading', { name: 'Connect again' }).waitFor();
    expect(await findings()).toEqual([]);
  });
});
