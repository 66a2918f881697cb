import { z } from 'zod';
import type { Unreachable } from '#contract';
import type { FocusError } from '../../../domain/focus-types.ts';
import { BodyCut } from '../transport/body-chunks-until-cut.ts';
import type { BodyRead } from '../transport/read-error-body.ts';
import { readConnectionFailure } from '../transport/connection-failures.ts';
import type { FetchResponse } from '../transport/fetch-port.ts';
import {
  readQuota,
  readRetryAfter,
  readWaitInWords,
} from '../transport/quota-and-retry-headers.ts';
import { NotJson, TooLarge } from '../json/split-json-stream.ts';

const text = z.string().optional().catch(undefined);

/** `response.Error` of Toggl's API description: `error` is what makes an answer Toggl's own. */
const errorBody = z.object({
  error: z.string().min(1),
  error_description: text,
  message: text,
  trace_id: text,
  error_values: z
    .object({
      fields: z.array(z.string()).optional().catch(undefined),
      failures: z
        .array(z.object({ time_entry_index: z.int().nonnegative() }))
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** JSON, and not what was asked for. */
export class WrongShape extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'WrongShape';
  }
}

/** Names the places; `within` is where in the answer the value stood. */
export function wrongShape(error: z.ZodError, within: readonly PropertyKey[] = []): WrongShape {
  const places = error.issues.map(({ path }) => [...within, ...path].join('.') || 'its root');
  return new WrongShape(`not the expected shape at: ${places.slice(0, 5).join(', ')}`);
}

export function notSent(detail: string, cause: Unreachable = 'network'): FocusError {
  return { kind: 'not-sent', applied: 'no', cause, detail };
}

function noAnswer(detail: string): FocusError {
  return { kind: 'no-answer', applied: 'maybe', detail };
}

/**
 * Whoever it was may have passed the request on first, whatever its status means by the book. Status 0
 * where the network stack hides it.
 */
export function foreign(status: number, detail: string, headers?: Headers): FocusError {
  const retryAfter = headers && readRetryAfter(headers);
  return { kind: 'foreign', applied: 'maybe', status, detail, retryAfter };
}

/** The proxy of this computer wants a sign-in before it passes anything on (RFC 9110, 15.5.8). */
function proxySignIn(detail: string): FocusError {
  return { kind: 'foreign', applied: 'no', status: 407, detail, retryAfter: undefined };
}

type Headers = FetchResponse['headers'];

/** What a `fetch` that threw says about the request. */
export function failed(thrown: unknown): FocusError {
  const failure = readConnectionFailure(thrown);
  const { kind, detail } = failure;
  if (kind === 'before-sending') return notSent(detail, failure.cause);
  if (kind === 'proxy-sign-in') return proxySignIn(detail);
  if (kind === 'sign-in-from-afar') return foreign(407, detail);
  return kind === 'redirect' ? foreign(0, 'a redirect') : noAnswer(detail);
}

/** What was wrong with an answer with a status of success; throws what is no fault of the answer. */
export function misread(thrown: unknown, status: number): FocusError {
  if (thrown instanceof BodyCut) return noAnswer(thrown.message);
  if (thrown instanceof NotJson) return foreign(status, thrown.message);
  const detail = thrown instanceof Error ? thrown.message : '';
  const applied = 'maybe';
  if (thrown instanceof WrongShape) return { kind: 'unreadable', applied, status, detail };
  if (thrown instanceof TooLarge) return { kind: 'too-large', applied, status, detail };
  throw thrown;
}

/** Any status from 400 on. 408 and every 5xx may come from a proxy after the server took the request. */
export function answered(response: FetchResponse, body: BodyRead): FocusError {
  const { status, headers } = response;
  if (body.state === 'cut') return noAnswer(body.detail);
  const plain = body.state === 'whole' ? body.text.trim() : '';
  const said = readErrorBody(plain) ?? readSpentQuota(response, plain);
  if (said === undefined) return foreign(status, `HTTP ${status}`, headers);
  return {
    kind: 'answered',
    applied: status === 408 || status >= 500 ? 'maybe' : 'no',
    status,
    code: said.error,
    reason: reasonOf(said) ?? `HTTP ${status}`,
    requiredFields: fieldsOf(said),
    culprits: culpritsIn(said),
    traceId: said.trace_id,
    retryAfter: readRetryAfter(headers) ?? readWaitOf(status, plain),
  };
}

function fieldsOf({ error_values }: Said): readonly string[] {
  return error_values?.fields?.slice(0, MOST_FIELDS) ?? [];
}

function culpritsIn({ error_values }: Said): readonly number[] | undefined {
  return error_values?.failures?.map(({ time_entry_index: place }) => place);
}

function reasonOf({ error_description, message, error }: Said): string | undefined {
  return error_description ?? message ?? error;
}

function readWaitOf(status: number, plain: string): FocusWait {
  return status === 402 ? readWaitInWords(plain) : undefined;
}

type FocusWait = ReturnType<typeof readWaitInWords>;

const MOST_FIELDS = 20;

type Said = Partial<z.infer<typeof errorBody>>;

function readErrorBody(body: string): Said | undefined {
  try {
    return errorBody.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

/**
 * Nobody has seen the body of Toggl's 402 (facts, section 4). Any but a page is taken for it where the
 * headers say that the quota is spent, or the text does, as that of Toggl Track.
 */
function readSpentQuota({ status, headers }: FetchResponse, plain: string): Said | undefined {
  const isPage = plain.startsWith('<') || /html/i.test(headers.get('Content-Type') ?? '');
  if (status !== 402 || isPage) return undefined;
  const isText = readWaitInWords(plain) !== undefined;
  if (!isText && readQuota(headers)?.remaining !== 0) return undefined;
  return { message: isText ? plain : undefined };
}
