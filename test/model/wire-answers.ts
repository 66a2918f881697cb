import type { Seconds } from '#contract';
import type { FocusError } from '../../src-main/domain/focus.ts';

export const NOT_SENT: FocusError = { kind: 'not-sent', applied: 'no', detail: 'offline' };
export const NO_ANSWER: FocusError = { kind: 'no-answer', applied: 'maybe', detail: 'reset' };
export const UNREADABLE: FocusError = {
  kind: 'unreadable',
  applied: 'maybe',
  status: 200,
  detail: 'HTML',
};

export function answeredWith(status: number, reason: string, retryAfter?: Seconds): FocusError {
  return {
    kind: 'answered',
    applied: status >= 500 ? 'maybe' : 'no',
    status,
    code: undefined,
    reason,
    requiredFields: [],
    traceId: undefined,
    retryAfter,
  };
}
