import type { AppError, Instant, Seconds } from '#contract';
import type { FocusAnswer, FocusError } from '../focus-types.ts';
import { isPlanLimit } from '../plan-limit-or-spent-quota.ts';

type Failure = Extract<FocusAnswer<unknown>, { readonly ok: false }>;

/** What a failed read means to the person who asked for it; nothing was changed by it. */
export function readError(answer: Failure, now: Instant): AppError {
  const { error } = answer;
  switch (error.kind) {
    case 'not-sent':
      return { kind: 'offline', cause: error.cause };
    case 'no-answer':
      return { kind: 'no-answer' };
    case 'foreign':
      return { kind: 'foreign-answer', status: error.status };
    case 'unreadable':
      return { kind: 'unexpected-answer' };
    case 'too-large':
      return { kind: 'answer-too-large' };
    case 'answered':
      return statusError(error, answer, now);
  }
}

function statusError(
  error: Extract<FocusError, { readonly kind: 'answered' }>,
  answer: Failure,
  now: Instant,
): AppError {
  const { status, reason } = error;
  if (status >= 500) return { kind: 'server-trouble', status };
  switch (status) {
    case 401:
      return { kind: 'key-refused' };
    case 402:
      return paymentError(error.retryAfter, answer, now);
    case 403:
      return { kind: 'organization-forbidden' };
    case 404:
      return { kind: 'workspace-not-found' };
    default:
      return { kind: 'refused', status, reason };
  }
}

function paymentError(retryAfter: Seconds | undefined, { quota }: Failure, now: Instant): AppError {
  if (isPlanLimit(quota)) return { kind: 'plan-limit' };
  const wait = quota?.resetsIn ?? retryAfter;
  const resetsAt = wait === undefined ? undefined : ((now + wait * 1000) as Instant);
  return { kind: 'quota-spent', resetsAt };
}
