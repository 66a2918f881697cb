import type { Command, DoneBefore, PlannedView, TimerView } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';
import { type ComboboxAction, steppedTo } from '../suggestions/combobox-keys.ts';
import { createHeldTask, type HeldTask } from '../new-task/held-task.svelte.ts';
import { withBreaks } from '../typed/line-breaks.ts';
import type { Attempt } from '../ui/attempt.svelte.ts';
import { createWorkList, doneRow, TYPED, type WorkList } from './work-list.svelte.ts';

type Start = Omit<Extract<Command, { readonly type: 'timer/start' }>, 'type'>;

/** The one field of what a person is about to start a timer with. */
export type WorkField = {
  readonly list: WorkList;
  /** To create a task by its name: one request to Toggl Focus. */
  readonly creation: HeldTask;
  readonly type: (text: string) => void;
  readonly show: () => void;
  /** Takes the row of this value. */
  readonly take: (value: string) => void;
  /** What is typed, or the row that the person went to; where only a task is looked for, the one that stands out. */
  readonly start: () => Promise<void>;
  /** The row that stands out, once the list answers what was typed last; never creates a task. */
  readonly takeCurrent: () => Promise<void>;
  /** Asks for the project of a new task of the name that was typed. */
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
  const creation = createHeldTask(popup.send);
  const list = createWorkList(popup.search, timer, begun);

  function send(work: Start): Promise<boolean> {
    list.close();
    return attempt.run({ type: 'timer/start', ...work });
  }

  /** What was typed has led to this, and is done with. */
  async function begin(work: Start): Promise<boolean> {
    const before = list.text;
    const isBegun = await send(work);
    if (isBegun && list.text === before) list.text = '';
    return isBegun;
  }

  /** The timer runs from now on, under the name that its task is to have. */
  async function startNew(name: string, projectId: number | undefined): Promise<void> {
    if (!(await begin({ description: descriptionFor(list) ?? name }))) return;
    const project = projectId === undefined ? {} : { projectId };
    await creation.create({ name, ...project, forTimer: true });
  }

  async function take(value: string): Promise<void> {
    const { name } = list.step;
    if (name === undefined) await begin(workAt(list, value));
    else await startNew(name, list.step.projectAt(value)?.id);
  }

  async function takeCurrent(): Promise<void> {
    if (!list.open) list.look();
    // What is typed needs no answer to be started.
    if (!list.isWanted && list.rows.all[0] === TYPED) return take(TYPED);
    const isAnswered = await list.found.answered();
    const { current } = list.rows;
    if (isAnswered && list.open && current !== undefined) await take(current);
  }

  return {
    list,
    creation,
    type(text) {
      creation.forget();
      attempt.forget();
      list.text = text;
      list.look();
    },
    show() {
      if (!list.open) list.look();
    },
    take: (value) => void take(value),
    takeCurrent,
    async start() {
      const { isWanted, typed, step } = list;
      const isAsTyped = !isWanted && typed.task === undefined && step.name === undefined;
      await (isAsTyped ? begin({ description: told(list.text) }) : takeCurrent());
    },
    async create() {
      const isAsked = list.step.name !== undefined;
      if (isAsked || !(await list.found.answered()) || list.creatable === undefined) return;
      list.step.ask(list.creatable);
    },
    startDone: (work) => void send(workOf(work)),
    startPlanned: (plan) =>
      void send({ ...workOf(plan), timeBlockId: plan.kind === 'block' ? plan.id : undefined }),
  };
}

/** Does what a key asks for; false where there was nothing to do. */
export function actIn(field: WorkField, action: ComboboxAction): boolean {
  const { list } = field;
  if (action === 'give-up' && !list.open) return false;
  if (action === 'open') field.show();
  else if (action === 'take') void field.takeCurrent();
  else if (action === 'create') void field.create();
  else if (action === 'give-up') giveUp(list);
  else if (action === 'leave' || action === 'close') list.close();
  else list.rows.standOut(steppedTo(list.rows.all, list.rows.current, action));
  return true;
}

/** The question for a project first, then the list. */
function giveUp({ step, close }: WorkList): void {
  if (!step.end()) close();
}

/** What the row of this value starts. */
function workAt(list: WorkList, value: string): Start {
  const done = list.found.done.find((_, index) => doneRow(index) === value);
  if (done !== undefined) return workOf(done);
  const task = list.found.tasks.find(({ id }) => String(id) === value);
  if (task === undefined) return { description: told(list.text) };
  return { taskId: task.id, description: descriptionFor(list), timeBlockId: task.timeBlockId };
}

/** For a task: what has found it is none. */
function descriptionFor({ typed }: WorkList): string | undefined {
  return typed.task === undefined ? undefined : told(typed.words);
}

function workOf({ task, description }: Pick<PlannedView, 'task' | 'description'>): Start {
  return { taskId: task?.id, description };
}

function told(words: string): string | undefined {
  const text = withBreaks(words).trim();
  return text === '' ? undefined : text;
}
