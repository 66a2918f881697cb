import type { FoundTask, TaskView } from '#contract';
import type { Popup } from '../state.svelte.ts';
import { type ComboboxDeed, steppedTo } from './combobox.ts';
import { createFoundTasks, type FoundTasks } from './found-tasks.svelte.ts';
import { choiceOfFound, type TaskChoice, unset } from './task-choice.ts';
import { createTaskCreation, type TaskCreation } from './task-creation.svelte.ts';
import { createTaskRows, CREATE, NO_TASK, type TaskRows } from './task-rows.svelte.ts';
import { createTypedTask, type TypedTask } from './typed-task.svelte.ts';

/** The choice that a field holds, read and replaced. */
export type ChoiceSlot = {
  readonly get: () => TaskChoice;
  readonly set: (choice: TaskChoice) => void;
};

/** What a person does in a task field: types, opens the list, takes a row, creates a task. */
export type TaskPicker = {
  readonly found: FoundTasks;
  readonly typed: Readonly<TypedTask>;
  readonly creation: TaskCreation;
  readonly rows: TaskRows;
  readonly open: boolean;
  /** The task that keys are about: the one that stands out in the open list, else the choice. */
  readonly at: () => TaskView | undefined;
  readonly show: () => void;
  /** Closes the list, and goes on with the task that stands out for what was typed; never creates one. */
  readonly leave: () => void;
  readonly type: (text: string) => void;
  /** Takes the row of this value. */
  readonly take: (value: string) => void;
  /** Takes the row that stands out once the list answers what was typed last. */
  readonly takeCurrent: () => Promise<void>;
  /** Closes the list and forgets what was typed; false where there was neither. */
  readonly giveUp: () => boolean;
};

export function createTaskPicker(popup: Popup, choice: ChoiceSlot): TaskPicker {
  const found = createFoundTasks(popup.search);
  const typed = createTypedTask(found);
  const creation = createTaskCreation(popup.send);
  const rows = createTaskRows(found, typed, choice.get);
  const choose = createChoosing({ found, typed, creation }, choice);
  let open = $state(false);

  function look(): void {
    open = true;
    rows.standOut(undefined);
    void found.look(typed.query);
  }

  function close(): void {
    // A name that is being created, or could not be, stays in the field.
    if (!creation.busy && creation.error === undefined) typed.text = undefined;
    open = false;
  }

  function take(value: string): void {
    choose(value);
    close();
  }

  return {
    found,
    typed,
    creation,
    rows,
    get open() {
      return open;
    },
    at: () => (open ? taskOf(found.tasks, rows.current) : taskIn(choice.get())),
    show: () => {
      if (!open) look();
    },
    leave: () => {
      const task = open && typed.answered ? taskOf(found.tasks, rows.current) : undefined;
      if (task !== undefined) choice.set(choiceOfFound(task));
      close();
    },
    type: (text) => {
      creation.forget();
      typed.text = text;
      if (text === '') choice.set(unset);
      look();
    },
    take,
    takeCurrent: async () => {
      if (!(await found.answered()) || !open) return;
      if (rows.current === undefined) close();
      else take(rows.current);
    },
    giveUp: () => {
      const had = open || typed.text !== undefined;
      creation.forget();
      typed.text = undefined;
      open = false;
      return had;
    },
  };
}

type Chosen = Pick<TaskPicker, 'found' | 'creation'> & { readonly typed: TypedTask };

/** Returns the function that makes the row of a value the choice, which takes a while for one that is created. */
function createChoosing(
  { found, typed, creation }: Chosen,
  choice: ChoiceSlot,
): (value: string) => void {
  async function create(): Promise<void> {
    const name = typed.query;
    const task = await creation.create(name);
    if (task === undefined || typed.query !== name) return;
    choice.set({ kind: 'task', task });
    typed.text = undefined;
  }

  return (value) => {
    const task = taskOf(found.tasks, value);
    if (value === CREATE) void create();
    else if (task !== undefined) choice.set(choiceOfFound(task));
    else if (value === NO_TASK) choice.set({ kind: 'no-task' });
  };
}

/** Does what a key asks for; false where there was nothing to do. */
export function act(picker: TaskPicker, deed: ComboboxDeed): boolean {
  if (deed === 'give-up') return picker.giveUp();
  if (deed === 'open') picker.show();
  else if (deed === 'take') void picker.takeCurrent();
  else if (deed === 'leave' || deed === 'close') picker.leave();
  else picker.rows.standOut(steppedTo(picker.rows.all, picker.rows.current, deed));
  return true;
}

function taskOf(tasks: readonly FoundTask[], value: string | undefined): FoundTask | undefined {
  return tasks.find(({ id }) => String(id) === value);
}

function taskIn(choice: TaskChoice): TaskView | undefined {
  return choice.kind === 'task' ? choice.task : undefined;
}
