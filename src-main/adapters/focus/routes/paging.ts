import type { Page, PageQuery } from '../../../app/ports/focus-api.ts';
import type { FocusAnswer, Listing } from '../../../domain/focus-types.ts';
import type { Send } from '../request/request-with-timeout.ts';
import type { Around } from '../list/skip-unreadable-items.ts';
import type { ReadList } from '../list/read-list.ts';

/** How the routes reach the server. */
export type Routes = {
  /** For a single object, or nothing. */
  readonly send: Send;
  readonly readPage: ReadList;
  readonly readStream: ReadList;
};

/** Numbers that the server leaves out are those that were asked for. */
export async function paged<T>(
  reading: Promise<FocusAnswer<Listing<T> & Pick<Around, 'page' | 'perPage'>>>,
  asked: PageQuery,
): Promise<FocusAnswer<Page<T>>> {
  const answer = await reading;
  if (!answer.ok) return answer;
  const { items, leftOut, isList, page, perPage } = answer.value;
  const value = {
    items,
    leftOut,
    isList,
    page: page ?? asked.page ?? 1,
    perPage: perPage ?? asked.perPage ?? items.length,
  };
  return { ...answer, value };
}
