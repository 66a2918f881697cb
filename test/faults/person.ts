import { until } from '../support/until.ts';
import { wishAt } from './book.ts';
import { createEntries, type EntryDeed } from './entries.ts';
import type { Ports } from './popup.ts';
import type { Step } from './step.ts';
import { createTimer } from './timer.ts';

export type PersonStep = Exclude<
  Step,
  { readonly do: 'offline' | 'online' | 'new-key' | 'kill' | 'pass' | 'fault' | 'elsewhere' }
>;

/** Does what a person can do, and writes down what has to become of it. */
export type Person = {
  /** Says why where it could not be done, for the reader of a history. */
  take(step: PersonStep): Promise<string | undefined>;
  /** Presses Refresh and waits until what it asked for is over, in whatever way. */
  refresh(): Promise<void>;
};

/** Longer than a request that hangs is waited for. */
const REFRESH_MS = 75_000;

export function createPerson(ports: Ports): Person {
  const { book, popup, broken } = ports;
  const { page, snapshot } = popup;
  const timer = createTimer(ports);
  const entries = createEntries(ports);

  async function undo(): Promise<string | undefined> {
    const back = book.undoable.at(-1);
    const before = (await snapshot()).undo;
    if (back === undefined || before === undefined) return 'nothing to take back';
    await page().keyboard.press('Control+Z');
    await until(async () => (await snapshot()).undo?.at !== before.at, 'it is taken back');
    back();
    book.undoable.pop();
    return undefined;
  }

  const pressRefresh = (): Promise<void> => page().getByRole('button', { name: 'Refresh' }).click();

  async function withEntry(step: EntryDeed): Promise<string | undefined> {
    const wish = wishAt(book, step.entry);
    if (wish === undefined) return 'there is no entry yet';
    const view = await popup.viewOf(wish.id);
    if (view !== undefined) return entries.take(step, { wish, view });
    if (!wish.deleted && wish.elsewhere === undefined) {
      broken.push(`the app has lost it by now: ${JSON.stringify(wish)}`);
    }
    return 'is not listed';
  }

  return {
    async refresh() {
      await pressRefresh();
      await until(async () => !(await snapshot()).sync.busy, 'the refresh is over', REFRESH_MS);
    },
    async take(step) {
      switch (step.do) {
        case 'start':
          return timer.start(step);
        case 'start-by-tray':
          return timer.startByTray(step.item);
        case 'stop':
          return timer.stop(step.by);
        case 'add':
          await entries.add(step);
          return undefined;
        case 'undo':
          return undo();
        case 'refresh':
          // A person does not wait for it.
          await pressRefresh();
          return undefined;
        default:
          return withEntry(step);
      }
    },
  };
}
