import type { Instant, Seconds } from '#contract';
import type { Refusal } from './entry.ts';
import type { FocusAnswer, FocusError } from './focus.ts';

/** Why everything waits, not only the entry at hand. */
export type Hold =
  | { readonly reason: 'key' }
  | { readonly reason: 'quota'; readonly after: Seconds | undefined }
  | { readonly reason: 'offline' }
  | { readonly reason: 'server'; readonly after: Seconds | undefined };

/** What an answer to a create means for its entry. */
export type Verdict =
  | { readonly kind: 'delivered'; readonly serverId: number | undefined }
  /** Looked up before it is sent again; `hold` where the server itself is in trouble. */
  | { readonly kind: 'unknown'; readonly hold: Hold | undefined }
  | { readonly kind: 'rejected'; readonly status: number; readonly reason: string }
  /** Certainly not applied, and not the entry's fault: back into the queue. */
  | { readonly kind: 'wait'; readonly hold: Hold };

const UNAUTHORIZED = 401;
const PAYMENT_REQUIRED = 402;
const TOO_MANY_REQUESTS = 429;

/** For one entry and for a bulk of them, whose answer brings no ids. */
export function verdictOfCreate(answer: FocusAnswer<{ readonly id: number } | undefined>): Verdict {
  if (answer.ok) return { kind: 'delivered', serverId: answer.value?.id };
  const { error } = answer;
  const hold = holdOf(answer);
  if (error.applied === 'maybe') return { kind: 'unknown', hold };
  if (error.kind === 'not-sent') return { kind: 'wait', hold: { reason: 'offline' } };
  if (hold !== undefined) return { kind: 'wait', hold };
  return { kind: 'rejected', status: error.status, reason: error.reason };
}

/** What an answer to a change means; each may safely be asked twice. */
export type ChangeVerdict =
  | { readonly kind: 'done' }
  /** The server does not have the entry. */
  | { readonly kind: 'gone' }
  | ({ readonly kind: 'refused' } & Refusal)
  /** Certainly not carried out, and not for its own sake: asked again later. */
  | { readonly kind: 'held' }
  /** Nobody knows: asked again later. */
  | { readonly kind: 'unclear' };

const NOT_FOUND = 404;

export function verdictOfChange(answer: FocusAnswer<unknown>): ChangeVerdict {
  if (answer.ok) return { kind: 'done' };
  const { error } = answer;
  if (error.applied === 'maybe') return { kind: 'unclear' };
  if (error.kind === 'not-sent' || holdOf(answer) !== undefined) return { kind: 'held' };
  if (error.status === NOT_FOUND) return { kind: 'gone' };
  return { kind: 'refused', status: error.status, reason: error.reason };
}

/** Whether a failed request, of whatever kind, is a reason to hold back all others too. */
export function holdOf(
  answer: Extract<FocusAnswer<unknown>, { readonly ok: false }>,
): Hold | undefined {
  const { error } = answer;
  switch (error.kind) {
    case 'not-sent':
      return { reason: 'offline' };
    case 'no-answer':
    case 'unreadable':
      return { reason: 'server', after: undefined };
    case 'answered':
      return holdOfStatus(error, answer.quota?.remaining, answer.quota?.resetsIn);
  }
}

function holdOfStatus(
  error: Extract<FocusError, { readonly kind: 'answered' }>,
  remaining: number | undefined,
  resetsIn: Seconds | undefined,
): Hold | undefined {
  if (error.status === UNAUTHORIZED) return { reason: 'key' };
  if (error.status === PAYMENT_REQUIRED) {
    // 402 with requests left is a limit of the plan, not of the hour (facts, section 4).
    if (remaining !== undefined && remaining > 0) return undefined;
    return { reason: 'quota', after: resetsIn ?? error.retryAfter };
  }
  if (error.status === TOO_MANY_REQUESTS || error.applied === 'maybe') {
    return { reason: 'server', after: error.retryAfter };
  }
  return undefined;
}

/** A hold with its end on the clock. One for a new key has none: only a person can end that. */
export type TimedHold = {
  readonly reason: Exclude<Hold['reason'], 'key'>;
  readonly untilAt: Instant;
};
