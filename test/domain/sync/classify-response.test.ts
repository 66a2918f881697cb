import { expect, it } from 'vitest';
import type { Seconds } from '#contract';
import type {
  FocusAnswer,
  FocusError,
  QuotaReading,
} from '../../../src-main/domain/focus-types.ts';
import { classifyCreateResponse } from '../../../src-main/domain/sync/classify-response.ts';
import { focusEntry, seconds } from '../../support/values.ts';

function answered(
  status: number,
  change: { quota?: QuotaReading; retryAfter?: Seconds; reason?: string } = {},
): FocusAnswer<never> {
  const error: FocusError = {
    kind: 'answered',
    applied: status >= 500 ? 'maybe' : 'no',
    status,
    code: undefined,
    reason: change.reason ?? 'because',
    requiredFields: [],
    traceId: undefined,
    retryAfter: change.retryAfter,
  };
  return { ok: false, error, quota: change.quota };
}

function failed(kind: 'not-sent' | 'no-answer' | 'unreadable' | 'too-large'): FocusAnswer<never> {
  const detail = 'why';
  const error: FocusError =
    kind === 'not-sent'
      ? { kind, applied: 'no', cause: 'network', detail }
      : kind === 'no-answer'
        ? { kind, applied: 'maybe', detail }
        : { kind, applied: 'maybe', status: 200, detail };
  return { ok: false, error, quota: undefined };
}

it('is delivered with the id that the server gave', () => {
  const answer = { ok: true, value: focusEntry(7), quota: undefined } as const;
  expect(classifyCreateResponse(answer)).toEqual({ kind: 'delivered', serverId: 7 });
});

it('is delivered without an id when the answer had no body', () => {
  const answer = { ok: true, value: undefined, quota: undefined } as const;
  expect(classifyCreateResponse(answer)).toEqual({ kind: 'delivered', serverId: undefined });
});

it('waits, certain that nothing was sent, when no connection came about', () => {
  expect(classifyCreateResponse(failed('not-sent'))).toEqual({
    kind: 'wait',
    pause: { reason: 'offline', cause: 'network' },
  });
});

it.each(['no-answer', 'unreadable', 'too-large'] as const)('is unknown after %s', (kind) => {
  expect(classifyCreateResponse(failed(kind))).toMatchObject({
    kind: 'unknown',
    pause: { reason: 'server' },
  });
});

it("waits while somebody else answers in Toggl's place, certain only where the status says so", () => {
  const foreign = (applied: 'no' | 'maybe', status: number): FocusAnswer<never> => ({
    ok: false,
    error: { kind: 'foreign', applied, status, detail: 'a page', retryAfter: seconds(30) },
    quota: undefined,
  });
  const pause = { reason: 'foreign', after: 30 };
  expect(classifyCreateResponse(foreign('no', 407))).toEqual({
    kind: 'wait',
    pause: { ...pause, status: 407 },
  });
  expect(classifyCreateResponse(foreign('maybe', 403))).toEqual({
    kind: 'unknown',
    pause: { ...pause, status: 403 },
    foreignStatus: 403,
  });
});

it.each([500, 502, 503, 504])('is unknown after %d', (status) => {
  expect(classifyCreateResponse(answered(status))).toMatchObject({ kind: 'unknown' });
});

it('waits for a new key after 401', () => {
  expect(classifyCreateResponse(answered(401))).toEqual({ kind: 'wait', pause: { reason: 'key' } });
});

it('waits for the reset that the headers announce after 402 with the quota spent', () => {
  const quota = { remaining: 0, resetsIn: seconds(1234) };
  expect(classifyCreateResponse(answered(402, { quota }))).toEqual({
    kind: 'wait',
    pause: { reason: 'quota', after: 1234 },
  });
});

it('waits after 402 without headers too, as long as Retry-After says', () => {
  expect(classifyCreateResponse(answered(402, { retryAfter: seconds(60) }))).toEqual({
    kind: 'wait',
    pause: { reason: 'quota', after: 60 },
  });
});

it('is rejected by 402 with requests left: a limit of the plan', () => {
  const quota = { remaining: 12, resetsIn: seconds(1234) };
  expect(classifyCreateResponse(answered(402, { quota, reason: 'not on this plan' }))).toEqual({
    kind: 'rejected',
    status: 402,
    reason: 'not on this plan',
  });
});

it('waits as told after 429', () => {
  expect(classifyCreateResponse(answered(429, { retryAfter: seconds(30) }))).toEqual({
    kind: 'wait',
    pause: { reason: 'server', after: 30 },
  });
});

it.each([400, 403, 404, 409, 422])('is rejected with the words of the server by %d', (status) => {
  expect(classifyCreateResponse(answered(status, { reason: 'no such task' }))).toEqual({
    kind: 'rejected',
    status,
    reason: 'no such task',
  });
});

it('names those whom the server named', () => {
  const answer = answered(422);
  if (answer.ok || answer.error.kind !== 'answered') throw new Error('a refusal is asked for');
  const named = { ...answer, error: { ...answer.error, culprits: [1] } };
  expect(classifyCreateResponse(named)).toMatchObject({ kind: 'rejected', culprits: [1] });
});
