import type { SaidError, EntryPage, EntryView, Seconds } from '#contract';
import { untrack } from 'svelte';
import type { Popup } from '../state/popup-state.svelte.ts';
import {
  entryIn,
  missingPage,
  noPages,
  type Sight,
  PAGE_SIZE,
  withPage,
} from '../lists/page-cache.ts';

export type Question = {
  readonly text: string;
  /** Answers about another topic, a text or a range, say nothing about this one. */
  readonly topic: string;
};

/** The entries of the shown range or task that a text finds, as far as they were in sight. */
export type FoundEntryPages = {
  /** How many entries there are; undefined until the first answer. */
  readonly total: number | undefined;
  readonly trackedSeconds: Seconds | undefined;
  readonly error: SaidError | undefined;
  /** Undefined while it is being looked up. */
  readonly entryAt: (index: number) => EntryView | undefined;
  /** Asks anew, for another text or because main has news; what is shown stays until the answer is here. */
  readonly look: (question: Question) => void;
  readonly show: (sight: Sight) => void;
};

/**
 * Looks up one page at a time, always one that is in sight when its turn comes: a fast scroll through
 * 20,000 entries asks no more often than main can answer, and answers cannot overtake each other.
 */
export function createFoundEntryPages(search: Popup['search']): FoundEntryPages {
  let page = $state.raw<Omit<EntryPage, 'entries'>>();
  let pages = $state.raw(noPages);
  let error = $state.raw<SaidError>();
  let question: Question | undefined;
  let answeredTopic: string | undefined;
  /** Pages that were looked up for the question as it is now. */
  let answered: readonly number[] = [];
  let sight: Sight = { first: 0, last: 0 };
  let busy = false;

  async function lookUp(asked: Question, pageIndex: number): Promise<void> {
    const { text, topic } = asked;
    const offset = pageIndex * PAGE_SIZE;
    const result = await search({ kind: 'entries', text, offset, count: PAGE_SIZE });
    if (asked !== question) return;
    // What failed is asked again with the next news, not in a circle.
    answered = [...answered, pageIndex];
    error = result.ok ? undefined : result.error;
    if (!result.ok) return;
    const { total, trackedSeconds, entries } = result.value;
    page = { total, trackedSeconds };
    pages = withPage(topic === answeredTopic ? pages : noPages, pageIndex, entries);
    answeredTopic = topic;
    answered = answered.filter((at) => pages.has(at));
  }

  async function lookUpMissing(): Promise<void> {
    if (busy) return;
    busy = true;
    // An effect that asks for a look-up does not depend on its answers.
    const missing = () => untrack(() => missingPage(sight, page?.total ?? 1, answered));
    for (let next = missing(); next !== undefined && question !== undefined; next = missing()) {
      await lookUp(question, next);
    }
    busy = false;
  }

  return {
    get total() {
      return page?.total;
    },
    get trackedSeconds() {
      return page?.trackedSeconds;
    },
    get error() {
      return error;
    },
    entryAt: (index) => entryIn(pages, index),
    look: (asked) => {
      question = asked;
      answered = [];
      void lookUpMissing();
    },
    show: (rows) => {
      sight = rows;
      void lookUpMissing();
    },
  };
}
