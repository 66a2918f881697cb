import type { Command, Instant, TimerView } from '#contract';
import type { Popup } from '../state.svelte.ts';
import type { Attempt } from './attempt.svelte.ts';
import { type TaskChoice, unset } from './task-choice.ts';
import { type TypedStart, typedStart } from './typed-start.ts';
import { formatStart } from './typed-time.ts';

export type RunningTimer = Extract<TimerView, { state: 'running' }>;
type Fields = { readonly choice: TaskChoice; readonly description: string };

/** The running timer while a person changes it. */
export type TimerEdit = {
  readonly open: boolean;
  choice: TaskChoice;
  description: string;
  /** The start as it is typed. */
  start: string;
  readonly typed: TypedStart;
  readonly begin: (timer: RunningTimer) => void;
  /** Closes once main has it, or where nothing is different. */
  readonly save: (timer: RunningTimer) => Promise<void>;
  readonly close: () => void;
};

export function createTimerEdit(popup: Popup, attempt: Attempt, now: () => Instant): TimerEdit {
  let open = $state(false);
  let choice = $state.raw<TaskChoice>(unset);
  let description = $state('');
  let start = $state('');
  const typed = $derived(typedStart(start, now()));

  function close(): void {
    open = false;
    attempt.forget();
  }

  return {
    get open() {
      return open;
    },
    get choice() {
      return choice;
    },
    set choice(next) {
      choice = next;
    },
    get description() {
      return description;
    },
    set description(next) {
      description = next;
    },
    get start() {
      return start;
    },
    set start(next) {
      start = next;
    },
    get typed() {
      return typed;
    },
    begin(timer) {
      choice = timer.task === undefined ? { kind: 'no-task' } : { kind: 'task', task: timer.task };
      description = timer.description ?? '';
      start = formatStart(now(), timer.startAt, popup.hours);
      open = true;
    },
    async save(timer) {
      if (typed.at === undefined) return;
      const change = changeOf(timer, { choice, description }, typed.at);
      if (change === undefined || (await attempt.run(change))) close();
    },
    close,
  };
}

/** Undefined where nothing is different. An emptied task field names no new task, so the timer keeps its own. */
function changeOf(
  timer: RunningTimer,
  { choice, description }: Fields,
  startAt: Instant,
): Command | undefined {
  const taskId = choice.kind === 'task' ? choice.task.id : undefined;
  const words = description.trim();
  const change = {
    ...(choice.kind !== 'unset' && taskId !== timer.task?.id ? { taskId: taskId ?? null } : {}),
    ...(words === (timer.description ?? '') ? {} : { description: words }),
    ...(startAt === timer.startAt ? {} : { startAt }),
  };
  return Object.keys(change).length === 0 ? undefined : { type: 'timer/edit', ...change };
}
