import { expect, it } from 'vitest';
import type { AppError } from '#contract';
import { readError } from '../../../src-main/domain/account/read-error.ts';
import type { FocusError, QuotaReading } from '../../../src-main/domain/focus-types.ts';
import { at, seconds } from '../../support/values.ts';

const NOW = at('09:00');

function errorOf(error: FocusError, quota?: QuotaReading): AppError {
  return readError({ ok: false, error, quota }, NOW);
}

function status(code: number, retryAfter?: number): FocusError {
  return {
    kind: 'answered',
    applied: 'no',
    status: code,
    code: undefined,
    reason: 'because',
    requiredFields: [],
    traceId: undefined,
    retryAfter: retryAfter === undefined ? undefined : seconds(retryAfter),
  };
}

it.each<[FocusError, AppError]>([
  [
    { kind: 'not-sent', applied: 'no', cause: 'name', detail: 'dns' },
    { kind: 'offline', cause: 'name' },
  ],
  [{ kind: 'no-answer', applied: 'maybe', detail: 'reset' }, { kind: 'no-answer' }],
  [
    { kind: 'unreadable', applied: 'maybe', status: 200, detail: 'html' },
    { kind: 'unexpected-answer' },
  ],
  [
    { kind: 'foreign', applied: 'no', status: 407, detail: 'sign in', retryAfter: undefined },
    { kind: 'foreign-answer', status: 407 },
  ],
  [
    { kind: 'too-large', applied: 'maybe', status: 200, detail: 'too many' },
    { kind: 'answer-too-large' },
  ],
  [status(401), { kind: 'key-refused' }],
  [status(403), { kind: 'organization-forbidden' }],
  [status(404), { kind: 'workspace-not-found' }],
  [status(499), { kind: 'refused', status: 499, reason: 'because' }],
  [status(500), { kind: 'server-trouble', status: 500 }],
  [status(503), { kind: 'server-trouble', status: 503 }],
])('tells of a read that failed with %j: %j', (error, told) => {
  expect(errorOf(error)).toEqual(told);
});

it('tells a limit of the plan from a spent quota, and when the quota is back', () => {
  const quota = (remaining: number): QuotaReading => ({ remaining, resetsIn: seconds(120) });
  expect(errorOf(status(402), quota(1))).toEqual({ kind: 'plan-limit' });
  const spent = { kind: 'quota-spent', resetsAt: at('09:02') };
  expect(errorOf(status(402, 60), quota(0))).toEqual(spent);
  expect(errorOf(status(402, 120))).toEqual(spent);
  expect(errorOf(status(402))).toEqual({ kind: 'quota-spent', resetsAt: undefined });
});
