import type { AppError } from '#contract';
import type { FocusAnswer, FocusEntry } from '../domain/focus.ts';
import type { Page } from './focus-api.ts';
import type { Store } from './ports.ts';
import type { Asking, ReadGuard } from './read-guard.ts';
import type { Scope } from './scope.ts';
import type { Tracker } from './tracker.ts';
import type { Cursor, ViewState } from './view-state.ts';

export type PageReader = {
  /** The page at the cursor: one request, none after the last page. */
  readPage(connection: Asking, scope: Scope, cursor: Cursor): Promise<AppError | undefined>;
};

type Ports = {
  readonly store: Store;
  readonly guard: ReadGuard;
  readonly tracker: Tracker;
  readonly view: ViewState;
};

const PER_PAGE = 100;

/** A page tells what is there and says nothing about what is not. */
export function createPageReader({ store, guard, tracker, view }: Ports): PageReader {
  return {
    async readPage(connection, scope, { archived, nextPage }) {
      const { id } = connection;
      if (nextPage === undefined) return undefined;
      const held = guard.readHeld(id);
      if (held !== undefined) return held;
      const { shown } = view.get(id);
      const answer = await askForPage(connection, scope, { archived, nextPage });
      const failed = store.transaction(() => {
        if (answer.ok) tracker.merge(id, answer.value.items);
        return guard.note(id, answer);
      });
      // Of another list, turned to meanwhile, no page has come yet.
      if (answer.ok && view.get(id).shown === shown) {
        const isFull = answer.value.items.length >= PER_PAGE;
        view.set(id, { cursor: { archived, nextPage: isFull ? nextPage + 1 : undefined } });
      }
      return failed;
    },
  };
}

function askForPage(
  { api }: Asking,
  scope: Scope,
  { archived, nextPage }: Cursor,
): Promise<FocusAnswer<Page<FocusEntry>>> {
  const query = {
    page: nextPage,
    perPage: PER_PAGE,
    orderBy: '-start',
    ...(archived === undefined ? {} : { archived }),
  } as const;
  if (scope.of === 'task') return api.listTaskEntries(scope.taskId, query);
  const { startAt, endAt } = scope.range;
  return api.listEntries({ fromAt: startAt, toAt: endAt }, { ...query, includeTaskless: true });
}
