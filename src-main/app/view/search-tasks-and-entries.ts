import type {
  EntryPage,
  Found,
  FoundTask,
  FoundWork,
  OfferedTask,
  Result,
  Search,
} from '#contract';
import { searchTasks } from '../../domain/search/rank-tasks.ts';
import { searchWork } from '../../domain/search/rank-work.ts';
import { projectsOfTasks } from '../../domain/search/projects-of-tasks.ts';
import { offeredTask } from '../../domain/task-view.ts';
import type { LiveState } from '../state/connection-and-live-state.ts';
import { recentTasks } from '../tasks/recent-and-startable-tasks.ts';
import { workDoneBefore } from '../tasks/work-done-before.ts';
import { plannedNow } from './planned-now.ts';
import type { AccountId, Clock, EntriesFacts, Log, Store, WantedEntries } from '../ports/ports.ts';
import { entryView } from './entry-view.ts';
import { selectionOf } from '../state/shown-range.ts';
import type { ViewState } from '../state/view-state.ts';
import { ENTRIES_BEHIND_SEARCH, MOST_DONE_BEFORE, MOST_TASKS } from './list-limits.ts';

type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly live: LiveState;
  readonly view: ViewState;
  /** Another number after each change of what is on disk. */
  readonly revision: () => number;
};

/** Looks in what is on disk; never a request. */
export function createSearch(ports: Ports): <S extends Search>(search: S) => Result<Found<S>> {
  const findEntries = createEntrySearch(ports);
  function find(account: AccountId, search: Search): Found<Search> {
    switch (search.kind) {
      case 'tasks':
        return findTasks(ports, account, search.text);
      case 'work':
        return findWork(ports, account, search.text);
      case 'projects':
        return projectsOfTasks(ports.store.taskCache(account));
      case 'entries':
        return findEntries(account, search);
    }
  }
  return <S extends Search>(search: S) => {
    const { connection } = ports.live.get();
    if (connection === undefined) return { ok: false, error: { kind: 'not-connected' } };
    try {
      // The kind of the search decides what is found, which the compiler does not follow.
      return { ok: true, value: find(connection.id, search) as Found<S> };
    } catch (error) {
      ports.log('error', 'search failed', { error: error instanceof Error ? error.name : '' });
      return { ok: false, error: { kind: 'view-unread' } };
    }
  };
}

function findTasks({ store, clock }: Ports, account: AccountId, text: string): FoundTask[] {
  const planned = plannedNow(store, account, clock.now());
  const plannedId = planned?.task?.id;
  const pinned = store.pinnedTasks(account).map(({ id }) => id);
  const recent = recentTasks(store, account, MOST_TASKS).map(({ id }) => id);
  const first = [
    ...new Set([...(plannedId === undefined ? [] : [plannedId]), ...pinned, ...recent]),
  ];
  const pinnedIds = new Set(pinned);
  const recentIds = new Set(recent);

  function markOf(id: number): FoundTask['mark'] {
    if (id === plannedId) return 'planned-now';
    if (pinnedIds.has(id)) return 'pinned';
    return recentIds.has(id) ? 'recent' : undefined;
  }

  const tasks: readonly OfferedTask[] = store.taskCache(account).map(offeredTask);
  return searchTasks(tasks, first, text)
    .slice(0, MOST_TASKS)
    .map((task) => ({
      ...task,
      mark: task.archived === true ? undefined : markOf(task.id),
      timeBlockId: task.id === plannedId ? planned?.id : undefined,
    }));
}

function findWork(ports: Ports, account: AccountId, text: string): FoundWork {
  const done = workDoneBefore(ports.store, account, { entries: ENTRIES_BEHIND_SEARCH });
  return {
    done: searchWork(done, text).slice(0, MOST_DONE_BEFORE),
    tasks: findTasks(ports, account, text),
  };
}

type EntrySearch = Extract<Search, { readonly kind: 'entries' }>;

/** Counts once for all slices of a list: words are looked for in each of its entries. */
function createEntrySearch({ store, clock, view, revision }: Ports) {
  let counted: { readonly key: string; readonly facts: EntriesFacts } | undefined;

  function factsOf(account: AccountId, wanted: WantedEntries): EntriesFacts {
    const key = JSON.stringify([account, wanted, revision()]);
    if (counted?.key !== key) counted = { key, facts: store.entriesFacts(account, wanted) };
    return counted.facts;
  }

  return (account: AccountId, { text, offset, count }: EntrySearch): EntryPage => {
    const wanted = { ...selectionOf(view.get(account).shown, clock), text };
    const facts = factsOf(account, wanted);
    return {
      entries: store
        .entriesPage(account, wanted, { offset, count })
        .map((entry) => entryView(entry)),
      total: facts.count,
      trackedSeconds: facts.trackedSeconds,
    };
  };
}
