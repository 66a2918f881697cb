import type { Page } from 'playwright';
import type { Snapshot, StintBridge } from '#contract';
import type { FaultServer } from '../server/fault-server.ts';
import {
  chooseTask,
  entryRows,
  ranASecond,
  startTimer,
  stopTimer,
  syncStatus,
  workField,
} from '../main-job/popup.ts';
import { until } from '../until.ts';

/** More of what a person does and reads in the popup. */

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

export async function press(page: Page, name: string): Promise<void> {
  await button(page, name).click();
}

export async function type(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).fill(text);
}

/** The address that a person would copy from the browser. */
export function addressOf({ account }: Pick<FaultServer, 'account'>): string {
  return `https://focus.toggl.com/${account.organizationId}/workspaces/${account.workspaceId}/timer`;
}

/** What the keyring knows the server's secret by, and the popup names. */
export function hostOf({ account }: Pick<FaultServer, 'account'>): string {
  return new URL(account.baseUrl).host;
}

/** Fills in the connect view and presses Connect; what comes of it is the test's to see. */
export async function tryKey(page: Page, key: string, address: string): Promise<void> {
  await type(page, 'API key', key);
  await type(page, 'Toggl Focus address', address);
  await press(page, 'Connect');
}

export async function connected(page: Page): Promise<void> {
  await workField(page).waitFor();
}

export async function connect(page: Page, server: Pick<FaultServer, 'account'>): Promise<void> {
  await tryKey(page, server.account.credential.key, addressOf(server));
  await connected(page);
}

/** The words of the error that is shown, once one is there that holds these. */
export async function errorSaying(page: Page, words: string): Promise<string> {
  return page.getByRole('alert').filter({ hasText: words }).innerText();
}

/** What the notices above the list say, once they hold these words. */
export async function noticeSaying(page: Page, words: string): Promise<string> {
  return page.getByRole('status', { name: 'Notices' }).filter({ hasText: words }).innerText();
}

export async function noNotice(page: Page): Promise<void> {
  await page.getByRole('status', { name: 'Notices' }).waitFor({ state: 'detached' });
}

/** Starts a timer on a task and stops it: an entry of a second or so. */
export async function track(page: Page, words: string): Promise<void> {
  await chooseTask(page, words);
  await nextPressIsMeant(page);
  await startTimer(page);
  await stopTimer(page);
}

/** Waits until a second has surely passed, by the app's clock, since the timer was started or stopped last. */
export async function nextPressIsMeant(page: Page): Promise<void> {
  await until(async () => {
    const { at, timer, today } = await snapshotOf(page);
    const [newest] = today.entries;
    const endAt = newest === undefined ? 0 : newest.startAt + newest.seconds * 1000;
    // Both ends are cut to the second in which they lie.
    return at >= (timer.state === 'running' ? timer.startAt : endAt) + 2000;
  }, 'a second has passed since the last press');
}

/** Entries of the day as a screen reader says them with what is the matter, newest first, each in one line. */
export async function entriesOf(page: Page): Promise<readonly string[]> {
  const lines = await entryRows(page).evaluateAll((rows) =>
    rows.map((row) => {
      const notes = document.getElementById(row.getAttribute('aria-describedby') ?? '');
      return `${row.getAttribute('aria-label') ?? ''} ${notes?.innerText ?? ''}`;
    }),
  );
  return lines.map((line) => line.replace(/\s+/g, ' ').trim());
}

/** Waits until the newest entries of today read like these, newest first. */
export async function entriesReading(page: Page, ...wanted: readonly RegExp[]): Promise<void> {
  await until(
    async () => {
      const lines = await entriesOf(page);
      return wanted.every((pattern, index) => pattern.test(lines[index] ?? ''));
    },
    `the list reads ${wanted.join(', ')}`,
  );
}

export async function allSent(page: Page, timeoutMs?: number): Promise<void> {
  await until(async () => (await syncStatus(page)) === 'All sent', 'all is sent', timeoutMs);
}

type StintWindow = { readonly stint: StintBridge };

/** What main pushes to the popup at this moment. */
export function snapshotOf(page: Page): Promise<Snapshot> {
  return page.evaluate(() => {
    const { stint } = globalThis as unknown as StintWindow;
    return new Promise<Snapshot>((resolve) => {
      const off = stint.onSnapshot((snapshot) => {
        off();
        resolve(snapshot);
      });
      void stint.command({ type: 'popup/ready' });
    });
  });
}

/** Clicks Stop in the page and tells after how many milliseconds the popup showed that it stopped. */
export async function timeToStop(page: Page): Promise<number> {
  await ranASecond(page);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const labelled = (name: string) =>
          document.querySelector<HTMLElement>(`button[aria-label="${name}"]`);
        const observer = new MutationObserver(() => {
          if (labelled('Start timer') === null) return;
          observer.disconnect();
          resolve(performance.now() - clickedAt);
        });
        observer.observe(document.body, { attributes: true, childList: true, subtree: true });
        const clickedAt = performance.now();
        labelled('Stop timer')?.click();
      }),
  );
}

/** Waits until the footer says so, `1 waiting` for instance. */
export async function statusReading(page: Page, words: string): Promise<void> {
  await until(async () => (await syncStatus(page)).startsWith(words), `the status says "${words}"`);
}
