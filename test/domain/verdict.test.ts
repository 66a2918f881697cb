import { expect, it } from 'vitest';
import type { Seconds } from '#contract';
import type { FocusAnswer, FocusError, QuotaReading } from '../../src-main/domain/focus.ts';
import { verdictOfCreate } from '../../src-main/domain/verdict.ts';
import { focusEntry, seconds } from '../support/values.ts';

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

function failed(kind: 'not-sent' | 'no-answer' | 'unreadable'): FocusAnswer<never> {
  const detail = 'why';
  const error: FocusError =
    kind === 'not-sent'
      ? { kind, applied: 'no', detail }
      : kind === 'no-answer'
        ? { kind, applied: 'maybe', detail }
        : { kind, applied: 'maybe', status: 200, detail };
  return { ok: false, error, quota: undefined };
}

it('is delivered with the id that the server gave', () => {
  const answer = { ok: true, value: focusEntry(7), quota: undefined } as const;
  expect(verdictOfCreate(answer)).toEqual({ kind: 'delivered', serverId: 7 });
});

it('is delivered without an id when the answer had no body', () => {
  const answer = { ok: true, value: undefined, quota: undefined } as const;
  expect(verdictOfCreate(answer)).toEqual({ kind: 'delivered', serverId: undefined });
});

it('waits, certain that nothing was sent, when no connection came about', () => {
  expect(verdictOfCreate(failed('not-sent'))).toEqual({
    kind: 'wait',
    hold: { reason: 'offline' },
  });
});

it.each(['no-answer', 'unreadable'] as const)('is unknown after %s', (kind) => {
  expect(verdictOfCreate(failed(kind))).toMatchObject({
    kind: 'unknown',
    hold: { reason: 'server' },
  });
});

it.each([500, 502, 503, 504])('is unknown after %d', (status) => {
  expect(verdictOfCreate(answered(status))).toMatchObject({ kind: 'unknown' });
});

it('waits for a new key after 401', () => {
  expect(verdictOfCreate(answered(401))).toEqual({ kind: 'wait', hold: { reason: 'key' } });
});

it('waits for the reset that the headers announce after 402 with the quota spent', () => {
  const quota = { remaining: 0, resetsIn: seconds(1234) };
  expect(verdictOfCreate(answered(402, { quota }))).toEqual({
    kind: 'wait',
    hold: { reason: 'quota', after: 1234 },
  });
});

it('waits after 402 without headers too, as long as Retry-After says', () => {
  expect(verdictOfCreate(answered(402, { retryAfter: seconds(60) }))).toEqual({
    kind: 'wait',
    hold: { reason: 'quota', after: 60 },
  });
});

it('is rejected by 402 with requests left: a limit of the plan', () => {
  const quota = { remaining: 12, resetsIn: seconds(1234) };
  expect(verdictOfCreate(answered(402, { quota, reason: 'not on this plan' }))).toEqual({
    kind: 'rejected',
    status: 402,
    reason: 'not on this plan',
  });
});

it('waits as told after 429', () => {
  expect(verdictOfCreate(answered(429, { retryAfter: seconds(30) }))).toEqual({
    kind: 'wait',
    hold: { reason: 'server', after: 30 },
  });
});

it.each([400, 403, 404, 409, 422])('is rejected with the words of the server by %d', (status) => {
  expect(verdictOfCreate(answered(status, { reason: 'no such task' }))).toEqual({
    kind: 'rejected',
    status,
    reason: 'no such task',
  });
});
