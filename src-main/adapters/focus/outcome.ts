import type { z } from 'zod';
import type { FocusError } from '../../domain/focus.ts';
import type { BodyRead } from './body.ts';
import { answered, noAnswer, unreadable } from './errors.ts';
import type { FetchResponse } from './fetch-port.ts';

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: FocusError };

/** What an answer with its body comes to; a 2xx has to be JSON of the shape. */
export function outcomeOf<T>(
  response: FetchResponse,
  body: BodyRead,
  shape: z.ZodType<T>,
): Outcome<T> {
  const { status } = response;
  if (status >= 400) return { ok: false, error: answered(response, body) };
  if (status >= 300) return { ok: false, error: unreadable(status, 'a redirect') };
  if (body.state === 'cut') return { ok: false, error: noAnswer(body.detail) };
  if (body.state === 'too-large') return { ok: false, error: unreadable(status, 'too large') };
  const json = parseJson(body.text);
  if (json === undefined) return { ok: false, error: unreadable(status, 'not JSON') };
  const read = shape.safeParse(json.value);
  if (read.success) return { ok: true, value: read.data };
  return { ok: false, error: unreadable(status, wrongShape(read.error)) };
}

/** Names the places; `within` is where in the answer the value stood. */
export function wrongShape(error: z.ZodError, within: readonly PropertyKey[] = []): string {
  const places = error.issues.map(({ path }) => [...within, ...path].join('.') || 'its root');
  return `not the expected shape at: ${places.slice(0, 5).join(', ')}`;
}

/** An empty body is the value `undefined`; undefined itself means that the text is not JSON. */
function parseJson(text: string): { readonly value: unknown } | undefined {
  if (text.trim() === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
