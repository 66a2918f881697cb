import type { FoundTask, Found, Search, TaskView } from '#contract';
import { fakeMain, openPopup, type OpenPopup } from './open-popup.ts';
import { at, migration, review, snapshot } from './snapshots.ts';

const triage: TaskView = { ...review, id: 3, name: 'Triage' };
const seats: TaskView = { ...migration, id: 4, name: 'Seat booking' };

const marked: readonly FoundTask[] = [
  { ...migration, mark: 'planned-now', timeBlockId: 77 },
  { ...review, mark: 'pinned', timeBlockId: undefined },
  { ...triage, mark: 'recent', timeBlockId: undefined },
  { ...seats, mark: undefined, timeBlockId: undefined, done: true },
];

/** A popup whose tasks have marks; `plan` is the block of the first one. */
export async function withMarks(): Promise<OpenPopup> {
  const main = fakeMain();
  const bridge: typeof main.bridge = {
    ...main.bridge,
    search: <S extends Search>(search: S) => {
      const { kind } = search;
      const text = 'text' in search ? search.text : '';
      const tasks = marked.filter(({ name }) => name.toLowerCase().includes(text));
      const found = kind === 'work' ? { done: [], tasks } : tasks;
      return Promise.resolve({ ok: true, value: found as unknown as Found<S> } as const);
    },
  };
  const tasks = { count: 4, readAt: at('12:55:00'), pinned: [review] };
  const { user } = await openPopup(snapshot({ tasks, plannedNow: plan }), { ...main, bridge });
  return { main, user };
}

const plan = {
  kind: 'block',
  id: 77,
  task: migration,
  description: undefined,
  startAt: at('14:00:00'),
  seconds: 5400,
  doneSeconds: 0,
} as NonNullable<ReturnType<typeof snapshot>['plannedNow']>;
