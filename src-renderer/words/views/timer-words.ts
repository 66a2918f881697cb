import type { TimerView } from '#contract';
import { noTask } from '../entry/entry-names.ts';

/** Why a start of the running timer cannot be taken. */
export type StartProblem = 'unreadable' | 'future' | 'too-long';

/** Each word of the running timer leads to its field; what is read stands first in the name. */
export const runningLabels = {
  addDescription: 'Add a description',
  editTask: (name: string): string => `${name}, edit the task`,
  editDescription: (words: string): string => `${words}, edit the description`,
  editStart: (since: string): string => `${since}, edit the start`,
};

export const timerEditLabels = {
  task: 'Task of the timer',
  description: 'Description of the timer',
  start: 'Started at',
  save: 'Save',
};

const problems: Readonly<Record<StartProblem, string>> = {
  unreadable: 'Write a time such as 9:15.',
  future: 'In the future. For yesterday, write -1 behind it.',
  'too-long': 'That is longer than 31 days ago.',
};

export function startProblem(problem: StartProblem): string {
  return problems[problem];
}

export const timerTold = { stopped: 'Timer stopped.' };

/** `Timer started: Review pull requests.` */
export function timerStarted({
  task,
  description,
}: Extract<TimerView, { readonly state: 'running' }>): string {
  return `Timer started: ${task?.name ?? description ?? noTask}.`;
}
