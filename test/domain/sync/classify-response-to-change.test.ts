import { expect, it } from 'vitest';
import type { FocusAnswer, FocusError } from '../../../src-main/domain/focus-types.ts';
import {
  pauseOf,
  classifyChangeResponse,
  classifyCreateResponse,
} from '../../../src-main/domain/sync/classify-response.ts';
import { seconds } from '../../support/values.ts';

type Failure = Extract<FocusAnswer<never>, { readonly ok: false }>;

function answered(status: number, applied: 'no' | 'maybe' = 'no'): Failure {
  const error: FocusError = {
    kind: 'answered',
    applied,
    status,
    code: undefined,
    reason: 'because',
    requiredFields: [],
    traceId: undefined,
    retryAfter: seconds(7),
  };
  return { ok: false, error, quota: undefined };
}

function silent(error: FocusError): Failure {
  return { ok: false, error, quota: undefined };
}

const lost = silent({ kind: 'no-answer', applied: 'maybe', detail: 'reset' });

it('is done when the server says so', () => {
  expect(classifyChangeResponse({ ok: true, value: undefined, quota: undefined })).toEqual({
    kind: 'done',
  });
});

it.each([
  [
    'no connection',
    silent({ kind: 'not-sent', applied: 'no', cause: 'network', detail: 'dns' }),
    'held',
  ],
  ['no answer', lost, 'unclear'],
  [
    'a page',
    silent({ kind: 'unreadable', applied: 'maybe', status: 200, detail: 'html' }),
    'unclear',
  ],
  ['401', answered(401), 'held'],
  ['402', answered(402), 'held'],
  ['429', answered(429), 'held'],
  ['503', answered(503, 'maybe'), 'unclear'],
  ['408', answered(408, 'maybe'), 'unclear'],
] as const)('is asked again later after %s, which is %j', (_, answer, kind) => {
  expect(classifyChangeResponse(answer)).toEqual({ kind });
});

it('is gone after 404 and refused in the words of the server after any other', () => {
  expect(classifyChangeResponse(answered(404))).toEqual({ kind: 'gone' });
  expect(classifyChangeResponse(answered(422))).toEqual({
    kind: 'refused',
    status: 422,
    reason: 'because',
  });
});

it('holds all others back while server or network are in trouble, as long as it asked for', () => {
  expect(pauseOf(answered(503, 'maybe'))).toEqual({ reason: 'server', after: 7 });
  expect(pauseOf(answered(408, 'maybe'))).toEqual({ reason: 'server', after: 7 });
  expect(pauseOf(lost)).toEqual({ reason: 'server', after: undefined });
  expect(pauseOf(silent({ kind: 'unreadable', applied: 'maybe', status: 0, detail: '' }))).toEqual({
    reason: 'server',
    after: undefined,
  });
  expect(
    pauseOf(silent({ kind: 'not-sent', applied: 'no', cause: 'network', detail: 'dns' })),
  ).toEqual({
    reason: 'offline',
    cause: 'network',
  });
  expect(pauseOf(answered(422))).toBeUndefined();
});

it('is unknown and holds back after an answer that may have come too late', () => {
  expect(classifyCreateResponse(answered(503, 'maybe'))).toEqual({
    kind: 'unknown',
    pause: { reason: 'server', after: 7 },
  });
});
