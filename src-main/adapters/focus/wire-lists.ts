import { z } from 'zod';
import type { Page, PageQuery } from '../../app/focus-api.ts';

const pageNumber = z.int().positive().optional().catch(undefined);

const envelope = z.object({
  data: z.unknown().optional(),
  items: z.unknown().optional(),
  page: pageNumber,
  per_page: pageNumber,
});

/** A root array as documented, and what it has been seen as instead: an envelope, null, nothing. */
export function listOf<T>(item: z.ZodType<T>): z.ZodType<readonly T[]> {
  return z.preprocess(unwrap, z.array(item));
}

/** `{data, page, per_page}`; numbers that the server leaves out are those that were asked for. */
export function pageOf<T>(item: z.ZodType<T>, asked: PageQuery): z.ZodType<Page<T>> {
  return z.unknown().transform((body, context) => {
    const list = listOf(item).safeParse(body);
    if (!list.success) {
      for (const issue of list.error.issues) context.addIssue({ ...issue, code: 'custom' });
      return z.NEVER;
    }
    const { page, per_page } = envelope.safeParse(body).data ?? {};
    return {
      items: list.data,
      page: page ?? asked.page ?? 1,
      perPage: per_page ?? asked.perPage ?? list.data.length,
    };
  });
}

/** Anything else stays as it is, and the array schema refuses it. */
function unwrap(body: unknown): unknown {
  if (body === undefined || body === null) return [];
  if (typeof body !== 'object' || Array.isArray(body)) return body;
  if (!('data' in body) && !('items' in body)) return body;
  const { data, items } = envelope.parse(body);
  return data ?? items ?? [];
}
