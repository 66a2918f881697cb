import { describe, expect, it } from 'vitest';
import { at, seconds } from '../../../support/values.ts';
import { answering, openWireServer, type Respond } from '../wire-server.ts';

const created = { type: 'activity', startAt: at('08:00'), seconds: seconds(90) } as const;

async function create(respond: Respond) {
  const server = await openWireServer(respond);
  return server.client().createTaskEntry(3, created);
}

describe('the header', () => {
  const quota = (remaining: string, resetsIn: string) => ({
    'X-Toggl-Quota-Remaining': remaining,
    'X-Toggl-Quota-Resets-In': resetsIn,
  });

  it.each([
    [200, { id: 5 }],
    [204, ''],
    [402, { error: 'quota_exceeded' }],
    [500, { error: 'trouble' }],
  ])('tells the quota with status %i', async (status, body) => {
    const server = await openWireServer(answering(status, body, quota('29', '3540')));
    const answer = await server.client().deleteEntry(5);
    expect(answer.quota).toEqual({ remaining: 29, resetsIn: 3540 });
  });

  it.each([
    ['-1', '12.2', { remaining: 0, resetsIn: 13 }],
    ['29', 'soon', undefined],
    ['', '60', undefined],
    ['1e3', '60', undefined],
    ['29, 28', '60', undefined],
    ['29', '999999999', { remaining: 29, resetsIn: 3600 }],
    ['0', '9'.repeat(400), { remaining: 0, resetsIn: 3600 }],
    ['0', '9'.repeat(5_000), undefined],
    ['0', '-60', { remaining: 0, resetsIn: 0 }],
    ['0.2', '1', { remaining: 1, resetsIn: 1 }],
    ['999999999', '60', undefined],
    ['NaN', '60', undefined],
    ['Infinity', '60', undefined],
    ['0', '', undefined],
  ])('%j and %j reads as %j', async (remaining, resetsIn, expected) => {
    const server = await openWireServer(answering(204, undefined, quota(remaining, resetsIn)));
    const answer = await server.client().deleteEntry(5);
    expect(answer.quota).toEqual(expected);
  });

  it.each([
    ['120', 120],
    ['Tue, 24 Nov 2026 08:02:00 GMT', 120],
    ['Tue, 24 Nov 2026 07:00:00 GMT', 0],
    ['later', undefined],
    ['2026', 2026],
    ['999999999', 3600],
    ['-5', 0],
    ['1.5', 2],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 3600],
    ['Fri, 99 Dec 2026 08:00:00 GMT', undefined],
  ])('Retry-After %j reads as %j', async (value, retryAfter) => {
    const headers = { 'Retry-After': value, Date: 'Tue, 24 Nov 2026 08:00:00 GMT' };
    for (const body of [{ error: 'slow_down' }, '<html>busy</html>']) {
      const answer = await create(answering(429, body, headers));
      expect(answer).toMatchObject({ error: { retryAfter } });
    }
  });
});
