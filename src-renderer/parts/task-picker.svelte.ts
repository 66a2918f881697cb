import type { FoundTask, TaskView } from '#contract';
import type { Popup } from '../state.svelte.ts';
import { createFoundTasks, type FoundTasks } from './found-tasks.svelte.ts';
import { choiceOfFound, labelOf, type TaskChoice, unset } from './task-choice.ts';
import { createTaskCreation, type TaskCreation } from './task-creation.svelte.ts';
import { createTypedTask, type TypedTask } from './typed-task.svelte.ts';

/** Values of the two rows that are no tasks. */
export const NO_TASK = 'no-task';
export const CREATE = 'create';

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
  readonly open: boolean;
  /** What stands in the field. */
  readonly text: string;
  /** The task that keys are about: the one that stands out in the open list, else the choice. */
  readonly at: () => TaskView | undefined;
  readonly setOpen: (open: boolean) => void;
  readonly type: (text: string) => void;
  /** Takes the row of this value. */
  readonly choose: (value: string) => void;
  /** The row of this value stands out now. */
  readonly highlight: (value: string) => void;
  /** Goes on with the task that stands out for what was typed; never creates one. */
  readonly accept: () => void;
  /** Gives up what was typed. */
  readonly forget: () => void;
};

export function createTaskPicker(popup: Popup, choice: ChoiceSlot): TaskPicker {
  const found = createFoundTasks(popup.search);
  const typed = createTypedTask(found);
  const creation = createTaskCreation(popup.send);
  let open = $state(false);
  let highlighted: string | undefined;

  async function create(): Promise<void> {
    const name = typed.query;
    const task = await creation.create(name);
    if (task === undefined || typed.query !== name) return;
    choice.set({ kind: 'task', task });
    typed.text = undefined;
  }

  function choose(value: string): void {
    if (value === CREATE) return void create();
    const task = taskOf(found.tasks, value);
    if (task !== undefined) choice.set(choiceOfFound(task));
    else if (value === NO_TASK) choice.set({ kind: 'no-task' });
    typed.text = undefined;
  }

  function accept(): void {
    const task = taskOf(found.tasks, highlighted);
    if (open && typed.answered && task !== undefined) choose(String(task.id));
  }

  function setOpen(next: boolean): void {
    if (next && !open) void found.look(typed.query);
    if (!next) accept();
    // A name that is being created, or could not be, stays in the field.
    if (!next && !creation.busy && creation.error === undefined) typed.text = undefined;
    open = next;
  }

  function type(text: string): void {
    creation.forget();
    typed.text = text;
    highlighted = undefined;
    if (text === '') choice.set(unset);
    open = true;
    void found.look(typed.query);
  }

  return {
    found,
    typed,
    creation,
    get open() {
      return open;
    },
    get text() {
      return typed.text ?? labelOf(choice.get());
    },
    at: () => (open ? taskOf(found.tasks, highlighted) : taskIn(choice.get())),
    setOpen,
    type,
    choose,
    highlight: (value) => (highlighted = value),
    accept,
    forget: () => {
      typed.text = undefined;
      creation.forget();
    },
  };
}

function taskOf(tasks: readonly FoundTask[], value: string | undefined): FoundTask | undefined {
  return tasks.find(({ id }) => String(id) === value);
}

function taskIn(choice: TaskChoice): TaskView | undefined {
  return choice.kind === 'task' ? choice.task : undefined;
}
