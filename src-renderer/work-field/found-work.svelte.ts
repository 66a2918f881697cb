import type { DoneBefore, FoundTask, FoundWork, Answer } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';
import { tasksToShow } from '../suggestions/found-tasks.svelte.ts';
import { createLookUp, type LookUp } from '../suggestions/look-up.svelte.ts';
import { withBreaks } from '../typed/line-breaks.ts';
import { typedWork } from './typed-work.ts';

/** No more than main looks for; what is longer is a description. */
const LONGEST_QUERY = 300;

const NOTHING: FoundWork = { done: [], tasks: [] };

export type Work = Pick<DoneBefore, 'description'> & {
  readonly task: { readonly id: number } | undefined;
};

/** What was done before and the tasks that answer the latest text. */
export type WorkFound = Omit<LookUp<unknown>, 'value'> & {
  readonly done: readonly DoneBefore[];
  readonly tasks: readonly FoundTask[];
};

/** `running` is what is done already, and is not offered. */
export function createFoundWork(
  search: Popup['search'],
  running: () => Work | undefined,
): WorkFound {
  async function ask(text: string): Promise<Answer<FoundWork>> {
    const { words, task } = typedWork(text);
    if (task === undefined) {
      return search({ kind: 'work', text: withBreaks(words).slice(0, LONGEST_QUERY) });
    }
    const result = await search({ kind: 'tasks', text: task.slice(0, LONGEST_QUERY) });
    return result.ok ? { ok: true, value: { done: [], tasks: result.value } } : result;
  }

  const found = createLookUp(ask, NOTHING);
  const done = $derived(found.value.done.filter((work) => !isSameWork(work, running())));
  const tasks = $derived(tasksToShow(found.value.tasks));
  return {
    get done() {
      return done;
    },
    get tasks() {
      return tasks;
    },
    get text() {
      return found.text;
    },
    get error() {
      return found.error;
    },
    look: found.look,
    answered: found.answered,
  };
}

export function isSameWork(one: Work, other: Work | undefined): boolean {
  if (other === undefined) return false;
  return one.task?.id === other.task?.id && (one.description ?? '') === (other.description ?? '');
}
