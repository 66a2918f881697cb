import type { Page } from 'playwright';
import type { DemoApi } from '../../server/demo-api.ts';
import { addressOf, connect, statusReading, tryKey } from '../../electron/popup-steps.ts';
import { answer } from '../../server/faults.ts';
import { describeWork, startTimer, stopTimer, workField } from '../../main-job/popup.ts';
import { onRow, rowOf } from '../../review/list.ts';
import { livedThrough, MIDDAY, MORNING, NOW, OVERLAPPING, TASKS } from '../day.ts';

export type Stage = {
  readonly api: DemoApi;
  readonly page: Page;
  /** A task and a description, as the person calls what they work on. */
  readonly names: readonly [task: string, description: string];
  readonly setTime: (at: number) => Promise<void>;
  /** Keeps what is in sight under this name. */
  readonly take: (name: string) => Promise<void>;
};

const HOUR = 3_600_000;
const SIXTY = 60;

/** Shows one view after the other, from the first start to a timer that runs over midnight. */
export async function walkThroughViews(stage: Stage): Promise<void> {
  await connecting(stage);
  await today(stage);
  await rows(stage);
  await lists(stage);
  await running(stage);
  await trouble(stage);
}

async function connecting({ api, page, take }: Stage): Promise<void> {
  await page.getByRole('button', { name: 'Try the demo' }).waitFor();
  await take('connect');
  api.server.faults.next(answer(401));
  await tryKey(page, 'toggl_sk_of_another_account', addressOf(api.server));
  await page.getByRole('alert').waitFor();
  await take('connect-error');
}

async function today({ api, page, names, take }: Stage): Promise<void> {
  const { body } = await api.call('POST', 'O/tasks', { name: names[0] });
  const taskId = (body as { readonly id: number }).id;
  await connect(page, api.server);
  await take('empty');
  await livedThrough(api, [
    ...MORNING,
    ...MIDDAY,
    { from: '13:24', minutes: 38, taskId, description: names[1] },
  ]);
  await api.call('POST', `O/tasks/${TASKS.schema}/time-blocks`, {
    start: new Date(NOW - 36 * 60_000).toISOString(),
    duration: 7200,
  });
  await page.keyboard.press('F5');
  await rowOf(page, names[1]).waitFor();
  await page.getByRole('button', { name: /planned now/ }).waitFor();
  await take('day');
  await workField(page).press('ArrowDown');
  await page.getByRole('option').first().waitFor();
  await take('work-list');
  await describeWork(page, names[1].slice(0, 12));
  await page.getByRole('option', { selected: true }).waitFor();
  await take('work-typed');
  await describeWork(page, '');
}

async function rows({ api, page, names, take }: Stage): Promise<void> {
  await onRow(page, names[1], 'Enter');
  await page.getByRole('textbox', { name: 'Length' }).fill('x');
  await take('edit');
  await page.keyboard.press('Escape');
  await onRow(page, names[1], 'Shift+F10');
  await page.getByRole('menu').waitFor();
  await take('row-menu');
  await page.keyboard.press('Escape');
  await onRow(page, 'pairing', 'Space', 'ArrowDown', 'ArrowDown', 'Space');
  await take('selection');
  await page.keyboard.press('Escape');
  await livedThrough(api, OVERLAPPING);
  await page.keyboard.press('F5');
  await page.getByText('Overlaps').first().waitFor();
  await rowOf(page, 'Draft the release notes').focus();
  await take('overlap');
  await onRow(page, 'Draft the release notes', 'Delete');
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await take('deleted');
  await page.keyboard.press('Control+N');
  await page.getByRole('group', { name: 'Add an entry' }).waitFor();
  await take('add');
  await page.keyboard.press('Escape');
}

async function lists({ api, page, names, take }: Stage): Promise<void> {
  await page.keyboard.press('F1');
  await page.getByRole('dialog').waitFor();
  await take('keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+G');
  await take('go-to-date');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+W');
  await page.getByText('This week').waitFor();
  await take('week');
  await page.keyboard.press('Control+F');
  await page.getByRole('searchbox').waitFor();
  await take('find');
  await page.getByRole('searchbox').fill('nothing like it');
  await page.getByText('No entry here matches').waitFor();
  await take('find-nothing');
  await page.keyboard.press('Alt+T');
  await onRow(page, names[1], 't');
  await page.getByRole('button', { name: 'Back' }).waitFor();
  await take('entries-of-task');
  await page.keyboard.press('Alt+T');
  const sixty = Array.from({ length: SIXTY }, (_, index) => ({
    type: 'activity',
    start: new Date(NOW - 24 * HOUR - index * 15 * 60_000).toISOString(),
    duration: 14 * 60,
    description: `${names[1]} ${index}`,
  }));
  await api.call('POST', 'O/time-entries/bulk', sixty);
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('F5');
  await rowOf(page, `${names[1]} 1`).first().waitFor();
  await take('sixty-entries');
  await page.keyboard.press('Alt+T');
}

async function running({ page, names, setTime, take }: Stage): Promise<void> {
  await describeWork(page, names[1]);
  await startTimer(page);
  await setTime(NOW + 42 * 60_000);
  await page.getByRole('timer').filter({ hasText: '0:42' }).waitFor();
  await take('running');
  await page.keyboard.press('Control+K');
  await page.getByRole('option').first().waitFor();
  await take('switch');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /edit the description$/ }).click();
  await take('running-edit');
  await page.keyboard.press('Escape');
  await setTime(NOW + 13 * HOUR);
  await page.keyboard.press('F5');
  await page
    .getByText('since yesterday')
    .or(page.getByText(/since .*24/))
    .first()
    .waitFor();
  await take('over-midnight');
  await stopTimer(page);
  await statusReading(page, 'All sent');
  await take('stopped-over-midnight');
}

async function trouble({ api, page, names, setTime, take }: Stage): Promise<void> {
  await api.server.down();
  await describeWork(page, names[0]);
  await startTimer(page);
  await setTime(NOW + 14 * HOUR);
  await stopTimer(page);
  await statusReading(page, '1 waiting');
  await take('offline');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await take('settings');
  await page.keyboard.press('End');
  await page.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
  await take('settings-end');
}
