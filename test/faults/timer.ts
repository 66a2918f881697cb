import type { EntryView } from '#contract';
import { chooseTask } from '../support/main-job/popup.ts';
import { nextPressIsMeant } from '../support/electron/popup-steps.ts';
import { until } from '../support/until.ts';
import { wishFor } from './book.ts';
import { TASKS, type Ports } from './popup.ts';
import type { Step } from './step.ts';

type Session = { readonly id: string; readonly startAt: number };

/** Starts and stops by the popup and by the tray; says why where that could not be. */
export type Timer = {
  start(step: Extract<Step, { readonly do: 'start' }>): Promise<string | undefined>;
  startByTray(item: number): Promise<string | undefined>;
  stop(by: 'tray' | 'popup'): Promise<string | undefined>;
};

const SECOND = 1000;
/** A second that is taken moves a start on. */
const MOVED_MS = 5 * SECOND;

export function createTimer({ book, popup, broken }: Ports): Timer {
  const { page, snapshot } = popup;
  let session: Session | undefined;

  const menu = async (): Promise<readonly string[]> =>
    (await popup.item().menu()).map(({ label }) => label);

  async function begin(press: () => Promise<unknown>): Promise<undefined> {
    await nextPressIsMeant(page());
    const before = Date.now();
    await press();
    const { id, startAt } = await until(async () => {
      const { timer } = await snapshot();
      return timer.state === 'running' && timer;
    }, 'the timer runs');
    session = { id, startAt };
    // The popup could take that back, and this book cannot.
    book.undoable = [];
    if (startAt <= before - SECOND || startAt > Date.now() + MOVED_MS) {
      broken.push(`a session started at ${before} begins at ${startAt}`);
    }
  }

  async function pressStop(by: 'tray' | 'popup'): Promise<void> {
    if (by === 'popup') {
      await page().getByRole('button', { name: 'Stop timer' }).click();
      return;
    }
    const label = await until(
      async () => (await menu()).find((one) => one.startsWith('Stop ')),
      'the tray has a way to stop',
    );
    await popup.item().clickMenu(label);
  }

  async function stopRunning({ id, startAt }: Session, by: 'tray' | 'popup'): Promise<EntryView> {
    await nextPressIsMeant(page());
    const { timer } = await snapshot();
    if (timer.state !== 'running' || timer.id !== id || timer.startAt !== startAt) {
      broken.push(`what runs is not what was started: ${JSON.stringify(timer)}`);
    }
    const before = Date.now();
    await pressStop(by);
    const view = await until(() => popup.viewOf(id), 'the session is listed');
    const most = Math.floor((Date.now() - startAt) / SECOND);
    const least = Math.floor((before - startAt) / SECOND);
    if (view.startAt !== startAt || view.seconds < least || view.seconds > most) {
      broken.push(
        `${id} began at ${startAt} for ${least} to ${most} s: ${view.startAt} +${view.seconds}`,
      );
    }
    return view;
  }

  return {
    async start({ task, words }) {
      if (session !== undefined) return 'runs already';
      await chooseTask(page(), TASKS[task]!.name, words);
      return begin(() => page().getByRole('button', { name: 'Start timer' }).click());
    },
    async startByTray(item) {
      if (session !== undefined) return 'runs already';
      const labels = (await menu()).filter((label) => /^Start (?!a timer)/.test(label));
      const label = labels[item % Math.max(1, labels.length)];
      if (label === undefined) return 'nothing to start there';
      return begin(() => popup.item().clickMenu(label));
    },
    async stop(by) {
      if (session === undefined) return 'nothing runs';
      const { id, startAt, seconds, task, description } = await stopRunning(session, by);
      session = undefined;
      book.undoable = [];
      book.wishes.push(
        wishFor({ id, startAt, seconds, task: task?.id, words: description, byHand: false }),
      );
      return undefined;
    },
  };
}
