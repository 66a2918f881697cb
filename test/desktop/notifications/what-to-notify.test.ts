import { expect, it } from 'vitest';
import type { AwayView, Snapshot } from '#contract';
import { whatToNotify } from '../../../src-main/desktop/notifications/what-to-notify.ts';
import { connected, running, snapshot, sync } from '../../support/core/snapshots.ts';
import { at } from '../../support/values.ts';

const AWAY: AwayView = {
  id: 'q',
  why: 'away',
  fromAt: at('09:00'),
  toAt: at('10:00'),
  task: undefined,
  description: undefined,
  running: true,
};

const told = (before: Partial<Snapshot>, now: Partial<Snapshot>) =>
  whatToNotify(snapshot(before), snapshot(now))?.title;

it.each<[string, Partial<Snapshot>, Partial<Snapshot>]>([
  [
    'Toggl Focus refused the key',
    { account: connected() },
    { account: connected({ keyRefused: true }) },
  ],
  ['Was that time your work?', {}, { away: [AWAY] }],
  ['Was that time your work?', { account: { state: 'none' } }, { away: [AWAY] }],
  ['1 entry refused by Toggl Focus', {}, { sync: sync({ rejected: 1 }) }],
  [
    '3 entries refused by Toggl Focus',
    { sync: sync({ rejected: 2 }) },
    { sync: sync({ rejected: 3 }) },
  ],
  ['1 entry changed here and in Toggl Focus', {}, { sync: sync({ conflicts: 1 }) }],
  ['1 entry perhaps in Toggl Focus already', {}, { sync: sync({ questions: 1 }) }],
])('tells: %s', (title, before, now) => expect(told(before, now)).toBe(title));

it.each<[string, Partial<Snapshot>, Partial<Snapshot>]>([
  ['what went well', { timer: running() }, {}],
  ['what is on its way', {}, { sync: sync({ waiting: 3 }) }],
  [
    'being offline',
    {},
    {
      sync: sync({
        waiting: 1,
        pause: { reason: 'offline', cause: 'network', retryAt: undefined },
      }),
    },
  ],
  ['what was asked before', { away: [AWAY] }, { away: [AWAY] }],
  ['what was told before', { sync: sync({ rejected: 2 }) }, { sync: sync({ rejected: 2 }) }],
  ['what becomes less', { sync: sync({ rejected: 2 }) }, { sync: sync({ rejected: 1 }) }],
  [
    'what stands in another account, which was connected now',
    { account: connected() },
    { account: connected({ workspaceId: 4 }), sync: sync({ rejected: 1 }) },
  ],
  [
    'what an account has had when Stint starts',
    { account: { state: 'none' } },
    { account: connected({ keyRefused: true }), sync: sync({ rejected: 1 }) },
  ],
])('tells nothing of %s', (_, before, now) => expect(told(before, now)).toBeUndefined());

it('holds nothing that a person wrote, for lock screens show it', () => {
  const before = snapshot({});
  const timer = running({ description: 'secret plan' });
  const now = snapshot({ timer, sync: sync({ rejected: 1 }) });
  expect(JSON.stringify(whatToNotify(before, now))).not.toContain('secret');
});
