import type { EntryView } from '#contract';
import { until } from '../support/until.ts';
import { change, wishFor, type Wish } from './book.ts';
import { answerQuestion } from './question.ts';
import { TASKS, type Ports } from './popup.ts';
import type { Step } from './step.ts';

type EntryStep = Extract<Step, { readonly entry: number }>;
/** What the person does with an entry that is listed. */
export type EntryDeed = Exclude<EntryStep, { readonly do: 'elsewhere' }>;
type Of<Do extends EntryDeed['do']> = Extract<EntryDeed, { readonly do: Do }>;

/** An entry as the person wants it and as the popup shows it. */
type Entry = { readonly wish: Wish; readonly view: EntryView };

export type Entries = {
  add(step: Extract<Step, { readonly do: 'add' }>): Promise<void>;
  /** Says why where it could not be done. */
  take(step: EntryDeed, entry: Entry): Promise<string | undefined>;
};

type Deeds = {
  readonly [Do in EntryDeed['do']]: (step: Of<Do>, entry: Entry) => Promise<string | undefined>;
};

const MINUTE = 60_000;
/** Entries are added from one o'clock on; where it is noon now, all of them lie behind. */
const FIRST_MINUTE = 60;
const MINUTES_APART = 13;
const MINUTES_LONG = 5;

/** Works the list by its keys. */
export function createEntries({ book, popup, broken }: Ports): Entries {
  const { page, snapshot, viewOf, row, field } = popup;
  const words = (): ReturnType<typeof field> => field('Description of the entry');
  let added = 0;

  async function chooseForEntry(name: string): Promise<void> {
    await page().getByRole('combobox', { name: 'Task of the entry' }).fill(name);
    await page().getByRole('option', { name }).click();
  }

  async function pressOn({ wish }: Entry, key: string): Promise<void> {
    await row(wish.id).focus();
    await page().keyboard.press(key);
  }

  /** Saves the form that is open, and waits until it is gone. */
  async function save(): Promise<void> {
    await words().press('Enter');
    await words().waitFor({ state: 'detached' });
  }

  async function edit(entry: Entry, fill: () => Promise<unknown>): Promise<void> {
    await pressOn(entry, 'e');
    await words().waitFor();
    await fill();
    await save();
  }

  const deeds: Deeds = {
    async describe(step, entry) {
      await edit(entry, () => words().fill(step.words));
      change(book, entry.wish, { words: step.words });
      return undefined;
    },
    async lengthen({ minutes }, entry) {
      const { wish, view } = entry;
      const seconds = minutes * 60;
      if (!wish.byHand || view.seconds === seconds) return 'cannot be lengthened';
      await edit(entry, () => field('Length').fill(`${minutes} min`));
      change(book, wish, { seconds });
      return undefined;
    },
    async move(step, entry) {
      const task = TASKS[step.task]!;
      if (entry.view.task?.id === task.id) return 'is there already';
      await edit(entry, () => chooseForEntry(task.name));
      change(book, entry.wish, { task: task.id });
      return undefined;
    },
    async delete(_step, entry) {
      // While in question it is deleted here alone: this person says first which of them it is.
      const view = await viewOf(entry.wish.id);
      if (view !== undefined) {
        await answerQuestion({ book, popup, broken }, { wish: entry.wish, view });
      }
      const before = (await snapshot()).undo;
      await pressOn(entry, 'Delete');
      // Refused at once, it is listed again before anybody has seen that it was not.
      await until(async () => (await snapshot()).undo?.at !== before?.at, 'it is deleted');
      change(book, entry.wish, { deleted: true });
      return undefined;
    },
    async 'send-again'(_step, entry) {
      if (entry.view.delivery.state !== 'rejected') return 'is not refused';
      await pressOn(entry, 'r');
      entry.wish.sentAgain = true;
      return undefined;
    },
    async answer({ entry: place }, entry) {
      const why = await answerQuestion({ book, popup, broken }, entry);
      // What was deleted is shown for the sake of the question, and is deleted once it is seen what it is.
      if (why !== undefined || !entry.wish.deleted) return why;
      return deeds.delete({ do: 'delete', entry: place }, entry);
    },
    async resolve({ keep }, entry) {
      const { wish, view } = entry;
      if (view.conflict === undefined) return 'is in no conflict';
      await pressOn(entry, keep === 'mine' ? 'k' : 'j');
      await until(async () => (await viewOf(wish.id))?.conflict === undefined, 'it is decided');
      wish.resolved = true;
      // The popup could take that back, and this book cannot.
      book.undoable = [];
      return undefined;
    },
  };

  return {
    async add({ task, words: said }) {
      const minute = FIRST_MINUTE + MINUTES_APART * added;
      added += 1;
      const { today } = await snapshot();
      const known = new Set(today.entries.map(({ id }) => id));
      await page().keyboard.press('Control+N');
      await chooseForEntry(TASKS[task]!.name);
      await field('Start').fill(
        `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`,
      );
      await field('Length').fill(`${MINUTES_LONG} min`);
      await words().fill(said ?? '');
      await save();
      const startAt = today.startAt + minute * MINUTE;
      const made = (await snapshot()).today.entries.find(
        (view) => view.startAt === startAt && !known.has(view.id),
      );
      if (made === undefined) {
        broken.push(`nothing was added at ${new Date(startAt).toISOString()}`);
        return;
      }
      const facts = { id: made.id, startAt, seconds: MINUTES_LONG * 60, task: TASKS[task]!.id };
      const wish = wishFor({ ...facts, words: said, byHand: true });
      book.wishes.push(wish);
      book.undoable.push(() => {
        wish.deleted = true;
      });
    },
    take<Do extends EntryDeed['do']>(step: Of<Do> & { readonly do: Do }, entry: Entry) {
      return deeds[step.do](step, entry);
    },
  };
}
