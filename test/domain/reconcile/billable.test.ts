import { expect, it } from 'vitest';
import { adopt } from '../../../src-main/domain/reconcile/adopt-server-entry.ts';
import { edited, pendingChange } from '../../../src-main/domain/sync/pending-change.ts';
import { at, delivered, entry, focusEntry, seconds } from '../../support/values.ts';

const ours = entry('a', delivered(7));
const theirs = { ...focusEntry(7), startAt: ours.startAt, seconds: ours.seconds };

function shown(billable: boolean | undefined, change = {}) {
  return { ...theirs, taskId: ours.task?.id, billable, ...change };
}

it('is learnt from the server where nobody has said, and is no change', () => {
  const known = adopt(ours, shown(true));
  expect(known).toMatchObject({ billable: true, sent: undefined });
  expect(adopt(known, shown(undefined))).toMatchObject({ billable: true, sent: undefined });
});

it('said here before it was known is a change, and no conflict', () => {
  const said = edited(ours, { billable: true });
  const known = adopt(said, shown(false));
  expect(known).toMatchObject({ billable: true, sent: { billable: false } });
  expect(known.sent?.conflict).toBeUndefined();
  expect(pendingChange(known)).toBe('update');
  expect(adopt(said, shown(true))).toMatchObject({ billable: true, sent: undefined });
});

it('goes together with what else was changed there, and not with itself', () => {
  const said = edited({ ...ours, billable: false }, { billable: true });
  const longer = adopt(said, shown(false, { seconds: seconds(900) }));
  expect(longer).toMatchObject({ billable: true, seconds: 900, sent: { billable: false } });
  const other = edited({ ...ours, billable: true }, { startAt: at('08:30') });
  expect(adopt(other, shown(false))).toMatchObject({ billable: false, sent: { billable: false } });
});

it('said and taken back waits to be told, whatever the server shows meanwhile', () => {
  const said = { ...ours, billable: true };
  const back = edited(said, { billable: undefined });
  const known = adopt(back, shown(true));
  expect(known.billable).toBeUndefined();
  expect(pendingChange(known)).toBe('update');
});

it('is learnt for what was told and given up, too: that is no other value', () => {
  const { startAt, seconds: length, type } = ours;
  const told = { startAt, seconds: length, type, task: ours.task, description: undefined };
  const late = { sinceAt: at('09:00'), updates: [told, { ...told, billable: true }] };
  const known = adopt({ ...ours, late }, shown(false));
  expect(known.late?.updates?.map(({ billable }) => billable)).toEqual([false, true]);
});
