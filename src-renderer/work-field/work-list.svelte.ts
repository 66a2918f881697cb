import type { TimerView } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';
import { createProjectStep, type ProjectStep } from '../new-task/project-step.svelte.ts';
import { isNameTaken } from '../new-task/task-of-that-name.ts';
import { createFoundWork, type WorkFound } from './found-work.svelte.ts';
import { type TypedWork, typedWork } from './typed-work.ts';

/** Values of the rows: of what is typed, of what was done before by its place, and of a task by its id. */
export const TYPED = 'typed';
export const doneRow = (index: number): string => `done-${index}`;

/** As the field of a task has it. */
const LONGEST_TASK_NAME = 300;

/** What stands in the field for work, and the list that answers it. */
export type WorkList = {
  /** Those that Enter can take, by their values, in the order in which they are shown. */
  readonly rows: ProjectStep['rows'];
  text: string;
  readonly typed: TypedWork;
  readonly found: WorkFound;
  /** While it asks, its rows are those of the list. */
  readonly step: ProjectStep;
  readonly open: boolean;
  /** The person went to the row that stands out; else it does of its own accord. */
  readonly isWanted: boolean;
  /** A name that no task has, once that is answered; undefined where there is nothing to create. */
  readonly creatable: string | undefined;
  /** Opens it with what answers the text. */
  readonly look: () => void;
  readonly close: () => void;
};

export function createWorkList(
  search: Popup['search'],
  timer: () => TimerView,
  /** What was typed before the page was made anew. */
  begun: string | undefined,
): WorkList {
  const found = createFoundWork(search, () => runningIn(timer()));
  const step = createProjectStep(search);
  let text = $state(begun ?? '');
  let open = $state(false);
  let wanted = $state<string>();
  const typed = $derived(typedWork(text));
  const all = $derived(rowsOf(text, typed, found));
  const isWanted = $derived(wanted !== undefined && all.includes(wanted));
  const current = $derived(isWanted ? wanted : all[0]);
  const rows = step.over({
    get all() {
      return all;
    },
    get current() {
      return current;
    },
    standOut: (value) => (wanted = value),
  });
  const creatable = $derived(creatableOf(text, typed, found));
  return {
    get text() {
      return text;
    },
    set text(next) {
      text = next;
    },
    get typed() {
      return typed;
    },
    found,
    step,
    get open() {
      return open;
    },
    get isWanted() {
      return isWanted;
    },
    rows,
    get creatable() {
      return creatable;
    },
    look() {
      step.end();
      open = true;
      wanted = undefined;
      void found.look(text);
    },
    close() {
      step.end();
      open = false;
      wanted = undefined;
    },
  };
}

/** What is typed stands first, for it is what Enter starts; last where a task is looked for. */
function rowsOf(text: string, { task }: TypedWork, { done, tasks }: WorkFound): readonly string[] {
  const ids = tasks.map(({ id }) => String(id));
  if (task !== undefined) return task === '' ? ids : [...ids, TYPED];
  const before = done.map((_, index) => doneRow(index));
  return [...(text.trim() === '' ? [] : [TYPED]), ...before, ...ids];
}

function creatableOf(
  text: string,
  { task, words }: TypedWork,
  { tasks, ...answer }: WorkFound,
): string | undefined {
  const name = task ?? words;
  const isAnswered = answer.text === text && answer.error === undefined;
  // A name has one line.
  if (name === '' || name.includes('↵') || name.length > LONGEST_TASK_NAME || !isAnswered)
    return undefined;
  return isNameTaken(tasks, name) ? undefined : name;
}

function runningIn(timer: TimerView): Extract<TimerView, { state: 'running' }> | undefined {
  return timer.state === 'running' ? timer : undefined;
}
