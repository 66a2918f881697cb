import type { AppError, EntriesFilter } from '#contract';
import type { FocusAnswer, FocusEntry } from '../../domain/focus-types.ts';
import type { Page, RangeFilter } from '../ports/focus-api.ts';
import type { Store } from '../ports/ports.ts';
import type { Asking, ReadGuard } from '../requests/may-read.ts';
import type { EntrySelection } from '../state/shown-range.ts';
import type { Tracker } from '../entries/tracker.ts';
import type { Cursor, ViewState } from '../state/view-state.ts';
import { PER_PAGE } from './page-and-batch-sizes.ts';

export type PageReader = {
  /** The page at the cursor: one request, none after the last page. */
  readPage(
    connection: Asking,
    selection: EntrySelection,
    cursor: Cursor,
  ): Promise<AppError | undefined>;
};

type Ports = {
  readonly store: Store;
  readonly guard: ReadGuard;
  readonly tracker: Tracker;
  readonly view: ViewState;
};

/** A page tells what is there and says nothing about what is not. */
export function createPageReader({ store, guard, tracker, view }: Ports): PageReader {
  return {
    async readPage(connection, selection, { archived, nextPage }) {
      const { id } = connection;
      if (nextPage === undefined) return undefined;
      const held = guard.readPaused(id);
      if (held !== undefined) return held;
      const { shown } = view.get(id);
      const answer = await askForPage(connection, selection, { archived, nextPage });
      const failed = store.transaction(() => {
        if (answer.ok) tracker.merge(id, answer.value.items);
        return guard.note(id, answer);
      });
      // Of another list, turned to meanwhile, no page has come yet.
      if (answer.ok && view.get(id).shown === shown) {
        const { items, leftOut } = answer.value;
        const isFull = items.length + leftOut.length >= PER_PAGE;
        view.noteLeftOut(id, 'entries', leftOut.length);
        view.set(id, { cursor: { archived, nextPage: isFull ? nextPage + 1 : undefined } });
      }
      return failed;
    },
  };
}

function askForPage(
  { api }: Asking,
  selection: EntrySelection,
  { archived, nextPage }: Cursor,
): Promise<FocusAnswer<Page<FocusEntry>>> {
  const query = {
    page: nextPage,
    perPage: PER_PAGE,
    orderBy: '-start',
    ...(archived === undefined ? {} : { archived }),
  } as const;
  if (selection.of === 'task') return api.listTaskEntries(selection.taskId, query);
  const { range, filter } = selection;
  return api.listEntries(
    { fromAt: range.startAt, toAt: range.endAt },
    { ...query, ...asked(filter, archived), includeTaskless: true },
  );
}

/** Of the filter, what Toggl Focus knows too, so that a page holds what is looked for. */
function asked(
  { entryType, statusId, taskId, archived, oldestFirst }: EntriesFilter = {},
  wanted: Cursor['archived'],
): RangeFilter {
  return {
    ...(entryType === undefined ? {} : { type: entryType }),
    ...(statusId === undefined ? {} : { statusId }),
    ...(taskId === undefined ? {} : { taskId }),
    ...(wanted === undefined && archived !== undefined ? { archived } : {}),
    ...(oldestFirst === true ? { orderBy: 'start' } : {}),
  };
}
