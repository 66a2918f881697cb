import { createFocus, type ApiRequest } from '../../../src-main/demo/focus-without-network.ts';
import { TASK_A } from '../../support/server/fault-server.ts';
import { DAY_MINUTES, DAY_STARTS_AT, FREE_PLAN, SESSION_EVERY, SESSIONS } from './working-day.ts';

export type PollingDay = {
  /** Requests in each hour from 8 on, refused ones too. */
  readonly hours: readonly number[];
  readonly requests: number;
  readonly refusedForQuota: number;
  /** Sessions among those: not in Toggl Focus when they should be. */
  readonly sessionsRefused: number;
};

const MINUTE = 60_000;
const KEY = 'toggl_sk_poller';
const PLACE = { organizationId: 1, workspaceId: 2 };
const ENTRIES = '/api/organizations/1/workspaces/2';

/** The same day for a client that asks once a minute what runs, and sends each session when it ends. */
export function playPollingDay(): PollingDay {
  let now = DAY_STARTS_AT;
  const focus = createFocus({
    file: ':memory:',
    seed: 'tasks',
    keys: [KEY],
    quota: FREE_PLAN,
    now: () => now,
    ...PLACE,
  });
  const hours = Array.from({ length: DAY_MINUTES / 60 }, () => 0);
  let refusedForQuota = 0;
  let sessionsRefused = 0;

  function ask(request: Pick<ApiRequest, 'method' | 'url' | 'body'>): boolean {
    const hour = Math.floor((now - DAY_STARTS_AT) / (60 * MINUTE));
    hours[hour] = (hours[hour] ?? 0) + 1;
    const { status } = focus.handle({ ...request, authorization: `Bearer ${KEY}` });
    if (status === 402) refusedForQuota += 1;
    return status !== 402;
  }

  for (let minute = 0; minute < DAY_MINUTES; minute += 1) {
    now = DAY_STARTS_AT + minute * MINUTE;
    ask({ method: 'GET', url: `${ENTRIES}/tracking/current`, body: '' });
    const ends = minute % SESSION_EVERY === SESSION_EVERY - 1;
    if (ends && minute < SESSIONS * SESSION_EVERY) {
      const start = new Date(now - 10 * MINUTE).toISOString();
      const body = JSON.stringify({ type: 'activity', start, duration: 600 });
      const url = `${ENTRIES}/tasks/${TASK_A.id}/time-entries`;
      if (!ask({ method: 'POST', url, body })) sessionsRefused += 1;
    }
  }
  focus.close();
  const requests = hours.reduce((sum, count) => sum + count, 0);
  return { hours, requests, refusedForQuota, sessionsRefused };
}
