import type { Seconds } from '#contract';
import type {
  FocusAnswer,
  FocusError,
  QuotaReading,
} from '../../../src-main/domain/focus-types.ts';

/** Why requests to the fake bring nothing. */

export type Refused = {
  readonly status: number;
  readonly reason?: string;
  readonly retryAfter?: Seconds;
  /** Places in a bulk that the server names. */
  readonly culprits?: readonly number[];
};

export const notSent: FocusError = {
  kind: 'not-sent',
  applied: 'no',
  cause: 'network',
  detail: 'offline',
};
export const noAnswer: FocusError = { kind: 'no-answer', applied: 'maybe', detail: 'reset' };

export function foreign(status: number): FocusError {
  return { kind: 'foreign', applied: 'maybe', status, detail: 'a page', retryAfter: undefined };
}

export function answered(fault: Refused): FocusError {
  return {
    kind: 'answered',
    applied: fault.status >= 500 ? 'maybe' : 'no',
    status: fault.status,
    code: undefined,
    reason: fault.reason ?? 'because',
    requiredFields: [],
    traceId: undefined,
    retryAfter: fault.retryAfter,
    culprits: fault.culprits,
  };
}

export function failure(error: FocusError, quota: QuotaReading | undefined): FocusAnswer<never> {
  return { ok: false, error, quota };
}
