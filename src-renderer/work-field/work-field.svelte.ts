import type { Command, DoneBefore, PlannedView, TaskView, TimerView } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';
import { type ComboboxAction, steppedTo } from '../suggestions/combobox-keys.ts';
import type { RowsToTake } from '../suggestions/rows-to-take.ts';
import { type Attempt, createAttempt } from '../ui/attempt.svelte.ts';
import { createFoundWork, type WorkFound } from './found-work.svelte.ts';
import { type TypedWork, typedWork } from './typed-work.ts';

/** Values of the rows: of what is typed, of what was done before by its place, and of a task by its id. */
export const TYPED = 'typed';
export const doneRow = (index: number): string => `done-${index}`;

/** As the field of a task has it. */
const LONGEST_TASK_NAME = 300;

type Start = Omit<Extract<Command, { readonly type: 'timer/start' }>, 'type'>;

/** The one field of what a person is about to start a timer with, and its list. */
export type WorkField = RowsToTake & {
  text: string;
  readonly typed: TypedWork;
  readonly found: WorkFound;
  readonly open: boolean;
  /** Rows that Enter can take, by their values, in the order in which they are shown. */
  readonly all: readonly string[];
  /** Answered, and no task has this name; undefined where there is nothing to create. */
  readonly creatable: string | undefined;
  /** To create a task by its name: one request to Toggl Focus. */
  readonly creation: Pick<Attempt, 'busy' | 'error'>;
  readonly show: () => void;
  readonly close: () => void;
  /** What is typed, or the row that the person went to; where only a task is looked for, the one that stands out. */
  readonly start: () => Promise<void>;
  /** The row that stands out, once the list answers what was typed last; never creates a task. */
  readonly takeCurrent: () => Promise<void>;
  /** Creates a task of the name that was typed, and starts on it. */
  readonly create: () => Promise<void>;
  /** Beside the field: what is typed stays. */
  readonly startDone: (work: DoneBefore) => void;
  readonly startPlanned: (plan: PlannedView) => void;
};

type Scene = {
  readonly popup: Popup;
  readonly attempt: Attempt;
  readonly timer: () => TimerView;
  /** What was typed before the page was made anew. */
  readonly begun: string | undefined;
};

export function createWorkField({ popup, attempt, timer, begun }: Scene): WorkField {
  const creation = createAttempt(popup.send);
  const found = createFoundWork(popup.search, () => runningIn(timer()));
  let text = $state(begun ?? '');
  let open = $state(false);
  let wanted = $state<string>();
  const typed = $derived(typedWork(text));
  const all = $derived(rowsOf(text, typed, found));
  const current = $derived(wanted !== undefined && all.includes(wanted) ? wanted : all[0]);
  const creatable = $derived.by(() => {
    const name = typed.task ?? typed.words;
    const isAnswered = found.text === text && found.error === undefined;
    if (name === '' || name.length > LONGEST_TASK_NAME || !isAnswered) return undefined;
    return found.tasks.some((task) => isSameName(task.name, name)) ? undefined : name;
  });

  function look(): void {
    open = true;
    wanted = undefined;
    void found.look(text);
  }

  function close(): void {
    open = false;
    wanted = undefined;
  }

  function send(work: Start): Promise<boolean> {
    close();
    return attempt.run({ type: 'timer/start', ...work });
  }

  /** What was typed has led to this, and is done with. */
  async function begin(work: Start): Promise<void> {
    const before = text;
    if ((await send(work)) && text === before) text = '';
  }

  function take(value: string): void {
    const done = found.done.find((_, index) => doneRow(index) === value);
    const task = found.tasks.find(({ id }) => String(id) === value);
    if (done !== undefined) void begin(workOf(done));
    else if (task === undefined) void begin({ description: told(text) });
    else {
      const description = typed.task === undefined ? undefined : told(typed.words);
      void begin({ taskId: task.id, description, timeBlockId: task.timeBlockId });
    }
  }

  async function takeCurrent(): Promise<void> {
    if (!open) look();
    // What is typed needs no answer to be started.
    if (wanted === undefined && all[0] === TYPED) take(TYPED);
    else if ((await found.answered()) && open && current !== undefined) take(current);
  }

  return {
    get text() {
      return text;
    },
    set text(next) {
      creation.forget();
      attempt.forget();
      text = next;
      look();
    },
    get typed() {
      return typed;
    },
    found,
    get open() {
      return open;
    },
    get all() {
      return all;
    },
    rows: {
      get current() {
        return current;
      },
      standOut: (value) => (wanted = value),
    },
    get creatable() {
      return creatable;
    },
    creation,
    show: () => {
      if (!open) look();
    },
    close,
    take,
    takeCurrent,
    async start() {
      const isAsTyped = wanted === undefined && typed.task === undefined;
      await (isAsTyped ? begin({ description: told(text) }) : takeCurrent());
    },
    async create() {
      if (!(await found.answered()) || creatable === undefined) return;
      const before = text;
      const description = typed.task === undefined ? undefined : told(typed.words);
      const task = await created({ creation, close }, creatable);
      if (task !== undefined && text === before) await begin({ taskId: task.id, description });
    },
    startDone: (work) => void send(workOf(work)),
    startPlanned: (plan) =>
      void send({ ...workOf(plan), timeBlockId: plan.kind === 'block' ? plan.id : undefined }),
  };
}

/** Does what a key asks for; false where there was nothing to do. */
export function actIn(field: WorkField, action: ComboboxAction): boolean {
  if (action === 'give-up' && !field.open) return false;
  if (action === 'open') field.show();
  else if (action === 'take') void field.takeCurrent();
  else if (action === 'create') void field.create();
  else if (action === 'leave' || action === 'close' || action === 'give-up') field.close();
  else field.rows.standOut(steppedTo(field.all, field.rows.current, action));
  return true;
}

async function created(
  { creation, close }: { readonly creation: Attempt; readonly close: () => void },
  name: string,
): Promise<TaskView | undefined> {
  close();
  const outcome = await creation.ask({ type: 'task/create', name });
  return outcome !== undefined && 'task' in outcome ? outcome.task : undefined;
}

/** What is typed stands first, for it is what Enter starts; last where a task is looked for. */
function rowsOf(text: string, { task }: TypedWork, { done, tasks }: WorkFound): readonly string[] {
  const ids = tasks.map(({ id }) => String(id));
  if (task !== undefined) return task === '' ? ids : [...ids, TYPED];
  const before = done.map((_, index) => doneRow(index));
  return [...(text.trim() === '' ? [] : [TYPED]), ...before, ...ids];
}

function workOf({ task, description }: Pick<PlannedView, 'task' | 'description'>): Start {
  return { taskId: task?.id, description };
}

function told(words: string): string | undefined {
  return words.trim() === '' ? undefined : words.trim();
}

function runningIn(timer: TimerView): Extract<TimerView, { state: 'running' }> | undefined {
  return timer.state === 'running' ? timer : undefined;
}

function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.toLowerCase();
}
