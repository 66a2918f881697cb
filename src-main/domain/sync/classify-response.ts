import type { Instant, Seconds, Unreachable } from '#contract';
import type { Refusal } from '../entry.ts';
import type { FocusAnswer, FocusError } from '../focus-types.ts';
import { isPlanLimit } from '../plan-limit-or-spent-quota.ts';

/** Why everything waits, not only the entry at hand. */
export type Pause =
  | { readonly reason: 'key' }
  | { readonly reason: 'quota'; readonly after: Seconds | undefined }
  | { readonly reason: 'offline'; readonly cause: Unreachable }
  /** Somebody between here and Toggl Focus answers in its place, with this status. */
  | { readonly reason: 'foreign'; readonly status: number; readonly after: Seconds | undefined }
  | { readonly reason: 'server'; readonly after: Seconds | undefined };

/** What an answer to a create means for its entry. */
export type CreateResponse =
  | {
      readonly kind: 'delivered';
      readonly serverId: number | undefined;
      /** A bulk brings no ids: they are worth a look of their own. */
      readonly isInBulk?: boolean;
    }
  /**
   * Looked up before it is sent again; `pause` where the server itself is in trouble, and
   * `foreignStatus` where somebody in between answered.
   */
  | {
      readonly kind: 'unknown';
      readonly pause: Pause | undefined;
      readonly foreignStatus?: number | undefined;
    }
  | ({ readonly kind: 'rejected'; readonly culprits?: readonly number[] } & Refusal)
  /** Certainly not applied, and not the entry's fault: back into the queue. */
  | { readonly kind: 'wait'; readonly pause: Pause };

const UNAUTHORIZED = 401;
const PAYMENT_REQUIRED = 402;
const TOO_MANY_REQUESTS = 429;

/** For one entry and for a bulk of them, whose answer brings no ids. */
export function classifyCreateResponse(
  answer: FocusAnswer<{ readonly id: number } | undefined>,
): CreateResponse {
  if (answer.ok) return { kind: 'delivered', serverId: answer.value?.id };
  const { error } = answer;
  const pause = pauseOf(answer);
  if (error.applied === 'maybe') {
    return error.kind === 'foreign'
      ? { kind: 'unknown', pause, foreignStatus: error.status }
      : { kind: 'unknown', pause };
  }
  if (error.kind !== 'answered') return { kind: 'wait', pause: troubleOf(error) };
  if (pause !== undefined) return { kind: 'wait', pause };
  return { kind: 'rejected', ...refusalIn(error) };
}

function refusalIn({
  status,
  reason,
  culprits,
}: Extract<FocusError, { readonly kind: 'answered' }>): Refusal & {
  readonly culprits?: readonly number[];
} {
  return { status, reason, ...(culprits === undefined ? {} : { culprits }) };
}

/** What an answer to a change means; each may safely be asked twice. */
export type ChangeResponse =
  | { readonly kind: 'done' }
  /** The server does not have the entry. */
  | { readonly kind: 'gone' }
  | ({ readonly kind: 'refused'; readonly culprits?: readonly number[] } & Refusal)
  /** Certainly not carried out, and not for its own sake: asked again later. */
  | { readonly kind: 'held' }
  /** Nobody knows: asked again later. `foreignStatus` where somebody in between answered. */
  | { readonly kind: 'unclear'; readonly foreignStatus?: number | undefined };

const NOT_FOUND = 404;

export function classifyChangeResponse(answer: FocusAnswer<unknown>): ChangeResponse {
  if (answer.ok) return { kind: 'done' };
  const { error } = answer;
  if (error.applied === 'maybe') {
    return error.kind === 'foreign'
      ? { kind: 'unclear', foreignStatus: error.status }
      : { kind: 'unclear' };
  }
  if (error.kind !== 'answered' || pauseOf(answer) !== undefined) return { kind: 'held' };
  if (error.status === NOT_FOUND) return { kind: 'gone' };
  return { kind: 'refused', ...refusalIn(error) };
}

/** Whether a failed request, of whatever kind, is a reason to pause all others too. */
export function pauseOf(
  answer: Extract<FocusAnswer<unknown>, { readonly ok: false }>,
): Pause | undefined {
  const { error, quota } = answer;
  return error.kind === 'answered' ? pauseOfStatus(error, quota) : troubleOf(error);
}

/** Without an answer of Toggl's own there is always something to wait for. */
function troubleOf(error: Exclude<FocusError, { readonly kind: 'answered' }>): Pause {
  switch (error.kind) {
    case 'not-sent':
      return { reason: 'offline', cause: error.cause };
    case 'foreign':
      return { reason: 'foreign', status: error.status, after: error.retryAfter };
    case 'no-answer':
    case 'unreadable':
    case 'too-large':
      return { reason: 'server', after: undefined };
  }
}

function pauseOfStatus(
  error: Extract<FocusError, { readonly kind: 'answered' }>,
  quota: Extract<FocusAnswer<unknown>, { readonly ok: false }>['quota'],
): Pause | undefined {
  if (error.status === UNAUTHORIZED) return { reason: 'key' };
  if (error.status === PAYMENT_REQUIRED) {
    if (isPlanLimit(quota)) return undefined;
    return { reason: 'quota', after: quota?.resetsIn ?? error.retryAfter };
  }
  if (error.status === TOO_MANY_REQUESTS || error.applied === 'maybe') {
    return { reason: 'server', after: error.retryAfter };
  }
  return undefined;
}

/** A pause with its end on the clock. One for a new key has none: only a person can end that. */
export type TimedPause = { readonly untilAt: Instant } & (
  | { readonly reason: 'quota' }
  | { readonly reason: 'server' }
  | { readonly reason: 'offline'; readonly cause: Unreachable }
  | { readonly reason: 'foreign'; readonly status: number }
);
