import type { EntryPage, Found, FoundTask, Result, Search, TaskView } from '#contract';
import { searchTasks } from '../domain/task-search.ts';
import { taskView } from '../domain/task-view.ts';
import type { LiveState } from './connection.ts';
import { plannedNow } from './planned-now.ts';
import type { AccountId, Clock, EntriesFacts, Store, WantedEntries } from './ports.ts';
import { entryView } from './present-entry.ts';
import { scopeOf } from './scope.ts';
import type { ViewState } from './view-state.ts';

type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly live: LiveState;
  readonly view: ViewState;
  /** Another number after each change of what is on disk. */
  readonly revision: () => number;
};

const MOST_TASKS = 50;

/** Looks in what is on disk; never a request. */
export function createSearch(ports: Ports): <S extends Search>(search: S) => Result<Found<S>> {
  const findEntries = createEntrySearch(ports);
  function find(account: AccountId, search: Search): readonly FoundTask[] | EntryPage {
    return search.kind === 'tasks'
      ? findTasks(ports, account, search.text)
      : findEntries(account, search);
  }
  return <S extends Search>(search: S) => {
    const { connection } = ports.live.get();
    if (connection === undefined) return { ok: false, error: { kind: 'not-connected' } };
    // The kind of the search decides what is found, which the compiler does not follow.
    return { ok: true, value: find(connection.id, search) as Found<S> };
  };
}

function findTasks({ store, clock }: Ports, account: AccountId, text: string): FoundTask[] {
  const planned = plannedNow(store, account, clock.now());
  const plannedId = planned?.task?.id;
  const pinned = store.pinnedTasks(account).map(({ id }) => id);
  const recent = store.recentTasks(account, MOST_TASKS).map(({ id }) => id);
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

  const tasks: readonly TaskView[] = store
    .taskCache(account)
    .filter((task) => !task.archived)
    .map(taskView);
  return searchTasks(tasks, first, text)
    .slice(0, MOST_TASKS)
    .map((task) => ({
      ...task,
      mark: markOf(task.id),
      timeBlockId: task.id === plannedId ? planned?.id : undefined,
    }));
}

type EntrySearch = Extract<Search, { readonly kind: 'entries' }>;

/** Counts once for all stretches of a list: words are looked for in each of its entries. */
function createEntrySearch({ store, clock, view, revision }: Ports) {
  let counted: { readonly key: string; readonly facts: EntriesFacts } | undefined;

  function factsOf(account: AccountId, wanted: WantedEntries): EntriesFacts {
    const key = JSON.stringify([account, wanted, revision()]);
    if (counted?.key !== key) counted = { key, facts: store.entriesFacts(account, wanted) };
    return counted.facts;
  }

  return (account: AccountId, { text, offset, count }: EntrySearch): EntryPage => {
    const wanted = { ...scopeOf(view.get(account).shown, clock), text };
    const facts = factsOf(account, wanted);
    return {
      entries: store.entriesPage(account, wanted, { offset, count }).map(entryView),
      total: facts.count,
      trackedSeconds: facts.trackedSeconds,
    };
  };
}
