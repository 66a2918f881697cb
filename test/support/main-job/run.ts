import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readJournal, type JournalEntry } from '../../../src-main/demo/data/request-journal.ts';
import { startDesktopSession, type DesktopSession } from '../desktop-session/session.ts';
import { launchApp, type RunningApp } from '../electron/electron-app.ts';
import { until } from '../until.ts';
import {
  chooseTask,
  connectDemo,
  letTimePass,
  newestEntry,
  startTimer,
  stopTimer,
  syncStatus,
} from './popup.ts';

/** The main job as a person does it, told step by step: `npm start` on a machine without a display. */

const flags = process.argv.slice(2);
const { values: own } = parseArgs({
  args: flags,
  strict: false,
  options: {
    screenshot: { type: 'string', default: 'test-results/main-job.png' },
    'user-data-dir': { type: 'string' },
    'demo-run': { type: 'boolean' },
  },
});
const OWN_FLAGS = /^--(screenshot|user-data-dir|demo-run)\b/;
const screenshot = resolve(String(own.screenshot));

const write = (text: string) => process.stdout.write(`${text}\n`);
const step = (name: string, detail: string) => write(`${name.padEnd(18)} ${detail}`);

function isCreate({ method, path }: JournalEntry): boolean {
  return method === 'POST' && /\/time-entries(\?|$)/.test(path);
}

async function toolTip({ item }: RunningApp): Promise<string> {
  return (await item.properties()).toolTip.replaceAll('\n', ', ');
}

async function stepThrough(session: DesktopSession, app: RunningApp, data: string): Promise<void> {
  const journal = join(data, 'demo.sqlite');
  const menu = await until(async () => {
    const entries = await app.item.menu();
    return entries.length > 0 && entries;
  }, 'the icon has a menu');
  const labels = menu.map(({ label }) => label).join(', ');
  step('icon registered', `"${await toolTip(app)}", its menu: ${labels}`);

  const page = await app.openPopup();
  page.setDefaultTimeout(10_000);
  const size = await page.evaluate(() => `${window.innerWidth}x${window.innerHeight}`);
  step('popup opened', `${size}, by a click on the icon`);

  await connectDemo(page);
  step('demo connected', await syncStatus(page));
  const earlier = readJournal(journal).filter(isCreate).length;

  const task = await chooseTask(page);
  await startTimer(page);
  const elapsed = await letTimePass(page);
  step('timer started', `on "${task}", at ${elapsed} and counting`);

  await stopTimer(page);
  step('timer stopped', await toolTip(app));

  const post = await until(
    () => readJournal(journal).filter(isCreate)[earlier],
    'the server has got the entry',
  );
  step('the server got', `${post.method} ${post.path} -> ${post.status}`);
  step('', post.body);

  await until(async () => (await syncStatus(page)).startsWith('All sent'), 'the entry is sent');
  step('the popup lists', await newestEntry(page));

  await session.screenshot(screenshot);
  step('screenshot', screenshot);
  if (post.status >= 300) throw new Error('the server did not take the entry');
}

async function mainJob(): Promise<void> {
  mkdirSync(dirname(screenshot), { recursive: true });
  const session = await startDesktopSession();
  write(`The main job, on a desktop of its own (display ${session.display})`);
  const data = resolve(String(own['user-data-dir'] ?? join(session.home, 'stint')));
  try {
    const args = flags.filter((flag) => !OWN_FLAGS.test(flag));
    const app = await launchApp({ session, userDataDir: data, args });
    try {
      await stepThrough(session, app, data);
      await app.close();
    } catch (error) {
      await session.screenshot(screenshot);
      step('screenshot', screenshot);
      write(`What Stint said:\n${app.output()}`);
      throw error;
    }
  } finally {
    await session.stop();
  }
}

try {
  await mainJob();
} catch (error) {
  process.stderr.write(`The main job failed: ${String(error)}\n`);
  process.exitCode = 1;
}
