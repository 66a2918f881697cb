import type { FoundTask, TaskView } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';
import { type ComboboxAction, steppedTo } from '../suggestions/combobox-keys.ts';
import { createHeldTask, type HeldTask } from '../new-task/held-task.svelte.ts';
import { createProjectStep, type ProjectStep } from '../new-task/project-step.svelte.ts';
import { createFoundTasks, type FoundTasks } from '../suggestions/found-tasks.svelte.ts';
import { choiceOfFound, type ChoiceSlot, type TaskChoice, unset } from './task-choice.ts';
import { createTaskRows, NO_TASK, type TaskRows } from './task-rows.svelte.ts';
import { createTypedTask, type TypedTask } from './typed-task.svelte.ts';

/** What a person does in a task field: types, opens the list, takes a row, creates a task. */
export type TaskPicker = {
  readonly found: FoundTasks;
  readonly typed: Readonly<TypedTask>;
  /** To create a task by its name: one request to Toggl Focus. */
  readonly creation: HeldTask;
  readonly rows: TaskRows;
  /** While it asks, its rows are those of the list. */
  readonly step: ProjectStep;
  readonly open: boolean;
  /** The task that keys are about: the one that stands out in the open list, else the choice. */
  readonly at: () => TaskView | undefined;
  readonly show: () => void;
  /** Closes the list, and goes on with the task that stands out for what was typed; never creates one. */
  readonly leave: () => void;
  readonly type: (text: string) => void;
  /** Takes the row of this value. */
  readonly take: (value: string) => void;
  /** Takes the row that stands out once the list answers what was typed last; never creates a task. */
  readonly takeCurrent: () => Promise<void>;
  /** Asks for the project of a new task of the name that was typed, where there is none. */
  readonly create: () => Promise<void>;
  /** Closes the list and forgets what was typed; false where there was neither. */
  readonly giveUp: () => boolean;
};

function typeOver(
  { creation, typed }: Pick<TaskPicker, 'creation'> & { readonly typed: TypedTask },
  choice: ChoiceSlot,
  text: string,
): void {
  creation.forget();
  typed.text = text;
  if (text === '') choice.set(unset);
}

export function createTaskPicker(popup: Popup, choice: ChoiceSlot): TaskPicker {
  const parts = createParts(popup, choice);
  const { found, typed, creation, rows, step } = parts;
  let open = $state(false);

  function look(): void {
    open = true;
    step.end();
    rows.standOut(undefined);
    void found.look(typed.query);
  }

  function close(): void {
    // A name that is being created, or could not be, stays in the field.
    if (!creation.busy && creation.error === undefined) typed.text = undefined;
    open = false;
    step.end();
  }

  function take(value: string): void {
    const { name } = step;
    if (name !== undefined) void createTyped(parts, choice, step.projectAt(value)?.id);
    else if (value === NO_TASK) choice.set({ kind: 'no-task' });
    else chooseTask(choice, found.tasks, value);
    close();
  }

  return {
    ...parts,
    get open() {
      return open;
    },
    at: () => (open ? taskOf(found.tasks, rows.current) : taskIn(choice.get())),
    show: () => {
      if (!open) look();
    },
    leave: () => {
      if (open && typed.answered) chooseTask(choice, found.tasks, rows.current);
      close();
    },
    type: (text) => {
      typeOver(parts, choice, text);
      look();
    },
    take,
    takeCurrent: async () => {
      if ((await found.answered()) && open && rows.current !== undefined) take(rows.current);
    },
    create: async () => {
      if (step.name !== undefined || !(await found.answered())) return;
      if (!open || !typed.creatable) return;
      step.ask(typed.query);
    },
    giveUp: () => {
      if (step.end()) return true;
      const had = open || typed.text !== undefined;
      if (creation.busy) creation.callOff();
      creation.forget();
      typed.text = undefined;
      open = false;
      return had;
    },
  };
}

function createParts(popup: Popup, choice: ChoiceSlot) {
  const found = createFoundTasks(popup.search);
  const typed = createTypedTask(found, choice.known);
  const creation = createHeldTask(popup.send);
  const step = createProjectStep(popup.search);
  return { found, typed, creation, rows: step.over(createTaskRows(found, typed, choice)), step };
}

/** Leaves the choice alone where no task has this value. */
function chooseTask(
  choice: ChoiceSlot,
  tasks: readonly FoundTask[],
  value: string | undefined,
): void {
  const task = taskOf(tasks, value);
  if (task !== undefined) choice.set(choiceOfFound(task));
}

type Named = { readonly typed: TypedTask; readonly creation: HeldTask };

/** The new task is the choice once it is there, unless something else is typed by then. */
async function createTyped(
  { typed, creation }: Named,
  choice: ChoiceSlot,
  projectId: number | undefined,
): Promise<void> {
  const name = typed.query;
  const project = projectId === undefined ? {} : { projectId };
  const outcome = await creation.create({ name, ...project });
  if (outcome === undefined || !('task' in outcome) || typed.query !== name) return;
  choice.set({ kind: 'task', task: outcome.task });
  typed.text = undefined;
}

/** Does what a key asks for; false where there was nothing to do. */
export function act(picker: TaskPicker, action: ComboboxAction): boolean {
  if (action === 'give-up') return picker.giveUp();
  if (action === 'open') picker.show();
  else if (action === 'take') void picker.takeCurrent();
  else if (action === 'create') void picker.create();
  else if (action === 'leave' || action === 'close') picker.leave();
  else picker.rows.standOut(steppedTo(picker.rows.all, picker.rows.current, action));
  return true;
}

function taskOf(tasks: readonly FoundTask[], value: string | undefined): FoundTask | undefined {
  return tasks.find(({ id }) => String(id) === value);
}

function taskIn(choice: TaskChoice): TaskView | undefined {
  return choice.kind === 'task' ? choice.task : undefined;
}
