import type { EntryPage, Found, FoundTask, Result, Search, TaskView } from '#contract';
import { searchTasks } from '../domain/task-search.ts';
import { taskView } from '../domain/task-view.ts';
import type { LiveState } from './connection.ts';
import { plannedNow } from './planned-now.ts';
import type { AccountId, Clock, Store } from './ports.ts';
import { entryView } from './present-entry.ts';
import { scopeOf } from './scope.ts';
import type { ViewState } from './view-state.ts';

type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly live: LiveState;
  readonly view: ViewState;
};

const MOST_TASKS = 50;

/** Looks in what is on disk; never a request. */
export function createSearch(ports: Ports): <S extends Search>(search: S) => Result<Found<S>> {
  function find(account: AccountId, search: Search): readonly FoundTask[] | EntryPage {
    return search.kind === 'tasks'
      ? findTasks(ports, account, search.text)
      : findEntries(ports, account, search);
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

function findEntries(
  { store, clock, view }: Ports,
  account: AccountId,
  { text, offset, count }: Extract<Search, { readonly kind: 'entries' }>,
): EntryPage {
  const wanted = { ...scopeOf(view.get(account).shown, clock), text };
  const facts = store.entriesFacts(account, wanted);
  return {
    entries: store.entriesPage(account, wanted, { offset, count }).map(entryView),
    total: facts.count,
    trackedSeconds: facts.trackedSeconds,
  };
}
