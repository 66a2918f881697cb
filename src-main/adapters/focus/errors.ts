import { z } from 'zod';
import type { FocusError } from '../../domain/focus.ts';
import type { BodyRead } from './body.ts';
import { readConnectionFailure } from './connection-failures.ts';
import type { FetchResponse } from './fetch-port.ts';
import { readRetryAfter } from './headers.ts';

const text = z.string().optional().catch(undefined);

/** `response.Error` of Toggl's API description; `message` is what older answers carry. */
const errorBody = z.object({
  error: text,
  error_description: text,
  message: text,
  trace_id: text,
  error_values: z
    .object({ fields: z.array(z.string()) })
    .optional()
    .catch(undefined),
});

export function notSent(detail: string): FocusError {
  return { kind: 'not-sent', applied: 'no', detail };
}

export function noAnswer(detail: string): FocusError {
  return { kind: 'no-answer', applied: 'maybe', detail };
}

/** Status 0 where the network stack hides it. */
export function unreadable(status: number, detail: string): FocusError {
  return { kind: 'unreadable', applied: 'maybe', status, detail };
}

/** What a `fetch` that threw says about the request. */
export function failed(thrown: unknown): FocusError {
  const { kind, detail } = readConnectionFailure(thrown);
  if (kind === 'before-sending') return notSent(detail);
  return kind === 'redirect' ? unreadable(0, 'a redirect') : noAnswer(detail);
}

/** Any status from 400 on. 408 and every 5xx may come from a proxy after the server took the request. */
export function answered(response: FetchResponse, body: BodyRead): FocusError {
  const { status, headers } = response;
  const plain = body.state === 'whole' ? body.text.trim() : '';
  const said = readErrorBody(plain);
  const words = said.error_description ?? said.message ?? said.error ?? readPlainText(plain);
  return {
    kind: 'answered',
    applied: status === 408 || status >= 500 ? 'maybe' : 'no',
    status,
    code: said.error,
    reason: words === '' ? `HTTP ${status}` : words,
    requiredFields: said.error_values?.fields ?? [],
    traceId: said.trace_id,
    retryAfter: readRetryAfter(headers),
  };
}

function readErrorBody(body: string): Partial<z.infer<typeof errorBody>> {
  try {
    return errorBody.safeParse(JSON.parse(body)).data ?? {};
  } catch {
    return {};
  }
}

/** The page of a proxy, or JSON of an unknown shape, is nobody's reason. */
function readPlainText(body: string): string {
  return /^[<{["]/.test(body) ? '' : body;
}
