import type { Seconds } from '#contract';
import type { FocusError } from '../../../src-main/domain/focus-types.ts';

export const NOT_SENT: FocusError = {
  kind: 'not-sent',
  applied: 'no',
  cause: 'network',
  detail: 'offline',
};
export const NO_ANSWER: FocusError = { kind: 'no-answer', applied: 'maybe', detail: 'reset' };
export const UNREADABLE: FocusError = {
  kind: 'unreadable',
  applied: 'maybe',
  status: 200,
  detail: 'HTML',
};

export function foreignWith(status: number): FocusError {
  return { kind: 'foreign', applied: 'maybe', status, detail: 'a page', retryAfter: undefined };
}

export function answeredWith(
  status: number,
  reason: string,
  { retryAfter, culprits }: { retryAfter?: Seconds; culprits?: readonly number[] } = {},
): FocusError {
  return {
    kind: 'answered',
    applied: status >= 500 ? 'maybe' : 'no',
    status,
    code: undefined,
    reason,
    requiredFields: [],
    traceId: undefined,
    retryAfter,
    culprits,
  };
}
