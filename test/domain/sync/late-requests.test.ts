import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import type { Entry, Late, Sent } from '../../../src-main/domain/entry.ts';
import {
  answered,
  createdAnew,
  createdLate,
  LATE_MS,
  lateCreates,
  lookAfter,
  lookedFor,
  isOurs,
  lookUpsPausedUntil,
  mayHaveDone,
  overtaken,
  beingSent,
  toldUnseen,
} from '../../../src-main/domain/sync/late-requests.ts';
import { at, delivered, entry, seconds } from '../../support/values.ts';

const NOW = at('09:20');
const mine = entry('a', delivered(70));
const other = { ...valuesOf(mine), seconds: seconds(60) };

function after(now: Instant, ms: number): Instant {
  return (now + ms) as Instant;
}

it('makes looks of its own only while ten requests are left', () => {
  const quota = { remaining: 10, resetsIn: seconds(60), at: NOW };
  expect(lookUpsPausedUntil(undefined, NOW)).toBeUndefined();
  expect(lookUpsPausedUntil(quota, NOW)).toBeUndefined();
  expect(lookUpsPausedUntil({ ...quota, remaining: 9 }, NOW)).toBe(at('09:21'));
});

it('looks five minutes after an entry was sent anew for each time that it was sent before', () => {
  const once = createdAnew(mine, mine, NOW);
  expect(once.lookAt).toBe(at('09:25'));
  expect(createdAnew(once, mine, NOW).late?.creates).toHaveLength(2);
});

it('expects each late creation once, and none a day after a look for it', () => {
  const twice = createdAnew(createdAnew(mine, mine, NOW), mine, NOW);
  const [first] = lateCreates(twice, NOW);
  expect(lateCreates(createdLate(twice, first!), NOW)).toHaveLength(1);
  const nextDay = after(NOW, 25 * 3_600_000);
  expect(lateCreates({ ...twice, lookAt: undefined }, nextDay)).toEqual([]);
  // The clock was set, or the machine slept: nobody has looked yet.
  expect(lateCreates(twice, nextDay)).toHaveLength(2);
  const removing = { ...twice, lookAt: undefined, presence: 'removing' } as const;
  expect(lateCreates(removing, nextDay)).toHaveLength(2);
  expect(lateCreates({ ...twice, lookAt: undefined }, after(NOW, 24 * 3_600_000))).toHaveLength(2);
  expect(lateCreates({ ...mine, late: { sinceAt: NOW } }, NOW)).toEqual([]);
  expect(createdLate(mine, valuesOf(mine))).toBe(mine);
});

it('notes what is told once, however often', () => {
  const updated = beingSent(beingSent(mine, 'update', NOW), 'update', NOW);
  expect(updated.late).toEqual({ sinceAt: NOW, updates: [valuesOf(mine)] });
  const deleted = beingSent(beingSent(updated, 'delete', NOW), 'delete', NOW);
  expect(deleted.late).toMatchObject({ updates: [valuesOf(mine)], deeds: ['delete'] });
});

it('waits for the latest twenty creations of an entry', () => {
  let sent = mine;
  for (let place = 0; place < 21; place += 1) {
    sent = createdAnew(sent, { ...mine, seconds: seconds(place) }, NOW);
  }
  expect(sent.late?.creates?.map((one) => one.seconds)).toEqual(
    Array.from({ length: 20 }, (_, place) => place + 1),
  );
});

it('notes apart what leads to other values, or tells less of them', () => {
  const startAt = after(mine.startAt, 60_000);
  const there = valuesOf(mine);
  const half = beingSent({ ...mine, startAt, sent: there }, 'update', NOW);
  const whole = beingSent({ ...half, sent: { ...there, replace: true } }, 'update', NOW);
  expect(whole.late?.updates).toHaveLength(2);
  const more = beingSent({ ...whole, startAt, seconds: seconds(60) }, 'update', NOW);
  expect(more.late?.updates).toHaveLength(3);
});

it('knows for its own what two updates lead to, of which one told half of the time', () => {
  const startAt = after(mine.startAt, 60_000);
  const updates = [other, { ...valuesOf(mine), startAt, only: 'startAt' as const }];
  const late = { sinceAt: NOW, updates };
  const isTime = (theirs: Entry) => isOurs({ ...mine, late }, ['startAt', 'seconds'], theirs);
  expect(isTime({ ...mine, startAt, seconds: other.seconds })).toBe(true);
  expect(isTime({ ...mine, startAt: NOW, seconds: other.seconds })).toBe(false);
  expect(isOurs(mine, ['startAt', 'seconds'], mine)).toBe(false);
  expect(mayHaveDone({ ...mine, late }, 'delete')).toBe(false);
});

it('notes of an update which half of the time it tells alone', () => {
  const there = valuesOf(mine);
  const [startAt, length] = [after(mine.startAt, 60_000), seconds(60)];
  const onlyOf = (sent: Sent | undefined, change: Partial<Entry>) =>
    beingSent({ ...mine, ...change, sent }, 'update', NOW).late?.updates?.[0]?.only;
  expect(onlyOf(there, { startAt })).toBe('startAt');
  expect(onlyOf(there, { seconds: length })).toBe('seconds');
  expect(onlyOf(there, { startAt, seconds: length })).toBeUndefined();
  expect(onlyOf(there, { description: 'other' })).toBeUndefined();
  // These are told as a whole.
  expect(onlyOf({ ...there, unsure: true }, { startAt })).toBeUndefined();
  expect(onlyOf({ ...there, replace: true }, { startAt })).toBeUndefined();
  expect(onlyOf(undefined, { startAt })).toBeUndefined();
});

it.each<[string, Partial<Late>, Partial<Entry>, boolean]>([
  ['an older update of other values', { updates: [other] }, {}, true],
  ['an older update of the same values', { updates: [valuesOf(mine)] }, {}, false],
  ['a delete that was undone', { deeds: ['delete'] }, {}, true],
  ['a delete of what is deleted', { deeds: ['delete'] }, { presence: 'removed' }, false],
  ['a restore of what is deleted', { deeds: ['restore'] }, { presence: 'removed' }, true],
  ['a restore of what is there', { deeds: ['restore'] }, {}, false],
  ['an archiving of what is out of the archive', { deeds: ['archive'] }, {}, true],
  ['an archiving of what is archived', { deeds: ['archive'] }, { archiveState: 'archived' }, false],
  ['what takes one out that is out', { deeds: ['unarchive'] }, {}, false],
  ['what takes an archived one out', { deeds: ['unarchive'] }, { archiveState: 'archived' }, true],
  ['anything while a delete waits', { deeds: ['delete'] }, { presence: 'removing' }, false],
])(
  'looks once more after an answer or not, where this may come late: %s',
  (_, late, now, looks) => {
    const answeredEntry = answered({ ...mine, ...now }, { sinceAt: NOW, ...late }, NOW);
    expect(answeredEntry.lookAt).toBe(looks ? lookAfter(NOW) : undefined);
  },
);

it('has nothing to look for where nothing was given up before', () => {
  const answeredEntry = answered(beingSent(mine, 'update', NOW), undefined, NOW);
  expect([answeredEntry.late, answeredEntry.lookAt]).toEqual([undefined, undefined]);
});

it('takes back what an update put there late, and takes over what else was changed', () => {
  const late = { sinceAt: NOW, updates: [other] };
  const theirs = { ...other, description: 'theirs' };
  const next = overtaken({ ...mine, late }, theirs);
  expect(next).toMatchObject({ seconds: mine.seconds, description: 'theirs', sent: theirs });
  expect(overtaken(mine, theirs)).toMatchObject({ ...theirs, sent: undefined });
});

const due = createdAnew(mine, mine, NOW);

it('is done with a look that came late enough, and looks again where it came too early', () => {
  expect(lookedFor(due, after(NOW, LATE_MS - 1))).toBe(due);
  expect(lookedFor(due, after(NOW, LATE_MS)).lookAt).toBeUndefined();
  const early = { ...due, lookAt: NOW };
  expect(lookedFor(early, after(NOW, 1_000)).lookAt).toBe(lookAfter(NOW));
  expect(lookedFor(early, NOW).lookAt).toBe(lookAfter(NOW));
  const looked = { ...due, lookAt: undefined };
  expect(lookedFor(looked, after(NOW, 1_000))).toBe(looked);
});

it('tells an entry that no reading shows as a whole, once what may undo it must have arrived', () => {
  const late = { sinceAt: NOW, updates: [other] };
  const unseen = { ...mine, late, lookAt: NOW };
  const answeredEntry = toldUnseen(unseen, after(NOW, LATE_MS));
  expect(answeredEntry.sent).toEqual({ ...valuesOf(mine), unsure: true });
  expect(answeredEntry.late).toEqual({ sinceAt: NOW, updates: undefined });
  expect(toldUnseen(unseen, after(NOW, LATE_MS - 1))).toBe(unseen);
  const alike = { ...unseen, late: { ...late, updates: [valuesOf(mine)] } };
  expect(toldUnseen(alike, after(NOW, LATE_MS))).toBe(alike);
  const looked = { ...mine, late };
  expect(toldUnseen(looked, after(NOW, LATE_MS))).toBe(looked);
  const [nothing, deed] = [
    { ...mine, lookAt: NOW },
    { ...unseen, late: { sinceAt: NOW } },
  ];
  expect(toldUnseen(nothing, after(NOW, LATE_MS))).toBe(nothing);
  expect(toldUnseen(deed, after(NOW, LATE_MS))).toBe(deed);
  const one = { ...unseen, late: { ...late, updates: [valuesOf(mine), other] } };
  expect(toldUnseen(one, after(NOW, LATE_MS)).sent).toBeDefined();
});

it('trusts no look time from before the clock was set back', () => {
  const ahead = { ...due, late: { ...due.late, sinceAt: after(NOW, 3_600_000) }, lookAt: NOW };
  expect(lookedFor(ahead, NOW).lookAt).toBeUndefined();
  expect(lookedFor(mine, NOW)).toBe(mine);
});

it('forgets updates and deeds after an hour, and twins after a day', () => {
  const creates = [valuesOf(mine)];
  const late: Late = { sinceAt: NOW, creates, updates: [other], deeds: ['delete'] };
  const left = (given: Late, ms: number): Late | undefined =>
    lookedFor({ ...mine, late: given }, after(NOW, ms)).late;
  expect(left(late, 3_600_000)).toBe(late);
  expect(left(late, 3_600_001)).toEqual({ sinceAt: NOW, creates });
  const twins = { sinceAt: NOW, creates };
  expect(left(twins, 3_600_001)).toBe(twins);
  expect(left(twins, 24 * 3_600_000)).toBe(twins);
  expect(left({ sinceAt: NOW, updates: [other] }, 3_600_001)).toBeUndefined();
  expect(left({ sinceAt: NOW, deeds: ['delete'] }, 3_600_001)).toBeUndefined();
  expect(left(late, 25 * 3_600_000)).toBeUndefined();
});

it('forgets nothing of an entry that was refused, for a person has yet to decide', () => {
  const late: Late = { sinceAt: NOW, deeds: ['archive'] };
  const refused: Entry = {
    ...mine,
    late,
    delivery: {
      state: 'delivered',
      serverId: 1,
      refused: { status: 400, reason: 'no', deed: 'archive' },
    },
  };
  expect(lookedFor(refused, after(NOW, 25 * 3_600_000)).late).toBe(late);
});
