import { expect, it } from 'vitest';
import { reconcile, type Reading } from '../../support/core/whole-reading.ts';
import {
  at,
  delivered,
  entry,
  focusEntry,
  focusTask,
  seconds,
  task,
} from '../../support/values.ts';

const unknown = { state: 'unknown', sinceAt: at('09:10') } as const;
const refused = {
  state: 'delivered',
  serverId: 70,
  refused: { status: 422, reason: 'locked' },
} as const;

function reading(change: Partial<Reading> = {}): Reading {
  const window = { fromAt: at('08:00'), toAt: at('10:00'), leftOut: [] };
  return { ...window, entries: [], readAt: at('09:20:10'), graceEndedFor: at('09:20'), ...change };
}

it('concludes from a miss at the first instant of the window and not at its end', () => {
  const missed = (startAt: string) =>
    reconcile([entry('a', unknown, { startAt: at(startAt) })], reading()).requeued;
  expect(missed('08:00')).toBe(1);
  expect(missed('07:59:59')).toBe(0);
  expect(missed('09:59:59')).toBe(1);
  expect(missed('10:00')).toBe(0);
});

it('concludes from a miss from the very end of the grace period on', () => {
  const requeued = (graceEndedFor: string) =>
    reconcile([entry('a', unknown)], reading({ graceEndedFor: at(graceEndedFor) })).requeued;
  expect(requeued('09:10')).toBe(1);
  expect(requeued('09:09:59')).toBe(0);
});

it('does not count what it already knew as adopted', () => {
  const known = entry('a', delivered(70));
  expect(reconcile([known], reading({ entries: [focusEntry(70)] })).adopted).toBe(0);
});

it('asks about what was delivered without an id and is not shown: nobody knows what became of it', () => {
  expect(reconcile([entry('a', delivered())], reading())).toMatchObject({
    put: [{ id: 'a', delivery: { state: 'rejected', status: 0 } }],
    removeIds: [],
  });
});

it('keeps what was refused and is gone, for the person to decide', () => {
  expect(reconcile([entry('a', refused)], reading())).toMatchObject({ put: [], removeIds: [] });
});

it('keeps what is being restored, although the server does not list it', () => {
  const restoring = entry('a', delivered(70), { presence: 'restoring' });
  expect(reconcile([restoring], reading())).toMatchObject({ put: [], removeIds: [] });
});

it('keeps the refusal of an entry that it finds again', () => {
  const found = focusEntry(70, { seconds: seconds(900) });
  const { put } = reconcile([entry('a', refused)], reading({ entries: [found] }));
  expect(put).toMatchObject([{ delivery: { serverId: 70, refused: { status: 422 } } }]);
});

it('has nothing refused on an entry that it adopts', () => {
  const { put } = reconcile([entry('a', unknown)], reading({ entries: [focusEntry(70)] }));
  expect(put).toEqual([entry('a', delivered(70), { task: put[0]?.task })]);
});

it('still removes what is being removed, when it finds it', () => {
  const doomed = entry('a', delivered(70), { presence: 'removing' });
  const found = focusEntry(70, { seconds: seconds(900) });
  const { put } = reconcile([doomed], reading({ entries: [found] }));
  expect(put).toMatchObject([{ presence: 'removing', seconds: 900 }]);
});

it('lets neither queued nor rejected entries claim what looks like them', () => {
  const waiting = entry('a', { state: 'queued' });
  const rejected = entry('b', { state: 'rejected', status: 404, reason: 'no such task' });
  const { put } = reconcile([waiting, rejected], reading({ entries: [focusEntry(70)] }));
  expect(put.map(({ id }) => id)).toEqual(['server:70']);
});

it('knows by its id, and by nothing else, an entry whose id was learnt', () => {
  const known = entry('a', delivered(71));
  const { put, removeIds } = reconcile([known], reading({ entries: [focusEntry(70)] }));
  expect(put.map(({ id }) => id)).toEqual(['server:70']);
  expect(removeIds).toEqual(['a']);
});

it('claims the first of two that look alike on the server', () => {
  const twins = [focusEntry(70), focusEntry(71)];
  const { put } = reconcile([entry('a', unknown)], reading({ entries: twins }));
  expect(put.map(({ id, delivery }) => [id, delivery])).toEqual([
    ['a', delivered(70)],
    ['server:71', delivered(71)],
  ]);
});

it('takes an entry made elsewhere over with all that it says', () => {
  const made = focusEntry(70, { description: 'Mail', seconds: seconds(30), type: 'break' });
  const { put } = reconcile([], reading({ entries: [made] }));
  expect(put).toEqual([
    {
      id: 'server:70',
      origin: 'server',
      startAt: made.startAt,
      seconds: 30,
      type: 'break',
      task: task(1),
      description: 'Mail',
      delivery: delivered(70),
      presence: 'kept',
      archiveState: 'none',
      timeBlockId: undefined,
      sent: undefined,
    },
  ]);
});

it('calls another task by its number where the server does not embed it', () => {
  const known = entry('a', delivered(70), { task: task(1, 'Schema work') });
  const moved = focusEntry(70, { taskId: 2, task: undefined });
  const [put] = reconcile([known], reading({ entries: [moved] })).put;
  expect(put?.task).toMatchObject({ id: 2, name: 'Task 2' });
});

it('prefers the name of a task that the server embeds', () => {
  const known = entry('a', delivered(70), { task: task(1, 'Old') });
  const renamed = focusEntry(70, { task: focusTask(1, 'New') });
  expect(reconcile([known], reading({ entries: [renamed] })).put[0]?.task?.name).toBe('New');
});

it('takes the task away that the server no longer names', () => {
  const known = entry('a', delivered(70), { task: task(1, 'Schema work') });
  const taskless = focusEntry(70, { taskId: undefined, task: undefined });
  expect(reconcile([known], reading({ entries: [taskless] })).put[0]?.task).toBeUndefined();
});
