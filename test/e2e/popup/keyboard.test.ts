import type { Page } from 'playwright';
import { beforeEach, expect, it } from 'vitest';
import { TASK_A, TASK_B, type FaultServer } from '../../support/server/fault-server.ts';
import { createKeyboard, type Keyboard } from '../../support/electron/keyboard.ts';
import { newestEntry, syncStatus, ranASecond } from '../../support/main-job/popup.ts';
import { openServer, runStint, sharedSession, type StintRun } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const WORK = 'What are you working on?';

const session = sharedSession();
let server: FaultServer;
let app: StintRun;
let page: Page;
let keyboard: Keyboard;

beforeEach(async () => {
  server = await openServer();
  app = await runStint({ session: session(), server });
  page = await app.openPopup();
  keyboard = createKeyboard(page);
});

const awaitStatus = (words: string) =>
  until(async () => (await syncStatus(page)).startsWith(words), `the status says "${words}"`);

async function connect(): Promise<void> {
  const { credential, organizationId, workspaceId } = server.account;
  await keyboard.awaitFocus('API key');
  await keyboard.type(credential.key);
  await keyboard.tabTo('Toggl Focus address');
  await keyboard.type(`https://focus.toggl.com/${organizationId}/workspaces/${workspaceId}`);
  await keyboard.press('Enter');
  await keyboard.awaitFocus(WORK);
}

/** Types the beginning of a task's name and takes the first that is found, with the focus in the field; an `@` before it finds tasks alone. */
async function choose(name: string, mark = ''): Promise<void> {
  await page.keyboard.press('Control+A');
  await keyboard.type(`${mark}${name.slice(0, 8)}`);
  await page.getByRole('option', { name, selected: true }).waitFor();
  await keyboard.press('Enter');
}

async function track(name: string): Promise<void> {
  await choose(name, '@');
  await keyboard.awaitFocus('Stop timer');
  // A slip of the hand, which sends nothing.
  await keyboard.press('Enter');
  await ranASecond(page);
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'Start timer' }).waitFor();
}

it('tries the demo, starts a timer on a task and stops it', async () => {
  await keyboard.awaitFocus('API key');
  await keyboard.tabTo('Try the demo');
  await keyboard.press('Enter');
  await keyboard.awaitFocus(WORK);

  await track(TASK_A.name);

  await awaitStatus('All sent');
  expect(await newestEntry(page)).toContain(TASK_A.name);
  await keyboard.press('Shift+Tab');
});

it('mends an entry that Toggl Focus refused', async () => {
  await connect();
  server.deleteTask(TASK_A.id);
  await track(TASK_A.name);
  await awaitStatus('1 refused');

  await keyboard.tabTo(new RegExp(`^${TASK_A.name}, .+ refused$`));
  await keyboard.press('e');
  await keyboard.awaitFocus('Task of the entry');
  await choose(TASK_B.name);
  await keyboard.tabTo('Send again');
  await keyboard.press('Enter');

  await awaitStatus('All sent');
  expect(server.entries().map((entry) => entry.task_id)).toEqual([TASK_B.id]);
  await keyboard.press('Tab');
});

it('discards an entry, changes the left click and disconnects after a question', async () => {
  await connect();
  server.deleteTask(TASK_A.id);
  await track(TASK_A.name);
  await awaitStatus('1 refused');
  await keyboard.tabTo(new RegExp(`^${TASK_A.name}, .+ refused$`));
  await keyboard.press('Delete');
  await awaitStatus('All sent');

  await server.down();
  await keyboard.tabTo(WORK);
  await track(TASK_B.name);
  await awaitStatus('1 waiting');
  await keyboard.tabTo('Settings');
  await keyboard.press('Enter');
  await keyboard.awaitFocus('Back');
  await keyboard.tabTo('Left click on the icon');
  await keyboard.press('ArrowDown');
  await keyboard.tabTo('Disconnect');
  await keyboard.press('Enter');
  await keyboard.awaitFocus('Stay');
  await keyboard.press('Enter');
  await keyboard.awaitFocus('Disconnect');
  await keyboard.press('Enter');
  await keyboard.tabTo('Disconnect anyway');
  await keyboard.press('Enter');

  await keyboard.awaitFocus('API key');
});

it('goes back from the settings and closes the popup with Escape', async () => {
  await connect();
  await keyboard.tabTo('Settings');
  await keyboard.press('Enter');
  await keyboard.awaitFocus('Back');
  await keyboard.press('Escape');
  await keyboard.awaitFocus('Settings');

  await page.keyboard.press('Escape');

  await until(
    async () => (await session().screen.windows()).every(({ title }) => title !== 'Stint'),
    'the popup is off the screen',
  );
});
