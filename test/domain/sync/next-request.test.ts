import { expect, it } from 'vitest';
import type { Entry } from '../../../src-main/domain/entry.ts';
import { at, delivered, entry } from '../../support/values.ts';
import { plan } from '../../support/core/outbox.ts';

const queued = entry('q', { state: 'queued' });
const fresh = entry('f', { state: 'unknown', sinceAt: at('09:59:55') });
const ripe = entry('r', { state: 'unknown', sinceAt: at('09:59:30') });

it('does nothing when nothing waits', () => {
  expect(plan({})).toEqual({ do: 'nothing' });
});

it('sends what is queued', () => {
  expect(plan({ queued: [queued] })).toEqual({ do: 'send', entries: [queued] });
});

it('looks up what is unknown before it sends anything', () => {
  expect(plan({ queued: [queued], unknown: [ripe] })).toEqual({ do: 'look-up', entries: [ripe] });
});

it('leaves an unknown entry its grace period, and sends others meanwhile', () => {
  expect(plan({ queued: [queued], unknown: [fresh] })).toEqual({ do: 'send', entries: [queued] });
  expect(plan({ unknown: [fresh] })).toEqual({ do: 'wait', untilAt: at('10:00:05') });
});

it('looks up all that are ripe in one go and none that is not', () => {
  expect(plan({ unknown: [ripe, fresh] })).toEqual({ do: 'look-up', entries: [ripe] });
});

it('waits as long as it is held back', () => {
  const pause = { reason: 'offline', cause: 'network', untilAt: at('10:02') } as const;
  expect(plan({ queued: [queued], unknown: [ripe], pause })).toEqual({
    do: 'wait',
    untilAt: at('10:02'),
  });
  expect(plan({ queued: [queued], pause: { ...pause, untilAt: at('09:58') } })).toMatchObject({
    do: 'send',
  });
});

const removing = entry('d', delivered(70), { presence: 'removing' });

it('tells the server of a change by the id it knows', () => {
  expect(plan({ changed: [removing], queued: [queued] })).toEqual({
    do: 'change',
    change: 'delete',
    entries: [removing],
  });
});

it('learns the id first where it does not know it', () => {
  const nameless = { ...removing, delivery: delivered() };
  expect(plan({ changed: [nameless] })).toEqual({ do: 'look-up', entries: [nameless] });
});

it('sends no read while only the reserve is left, and writes nonetheless', () => {
  const readsPausedUntil = at('10:30');
  const nameless = { ...removing, delivery: delivered() };
  expect(plan({ unknown: [ripe], queued: [queued], readsPausedUntil })).toMatchObject({
    do: 'send',
  });
  expect(plan({ unknown: [ripe], readsPausedUntil })).toEqual({ do: 'wait', untilAt: at('10:30') });
  expect(plan({ changed: [nameless], readsPausedUntil })).toMatchObject({ do: 'wait' });
});

it('lets what is queued go first after a look-up or a change has failed', () => {
  const outbox = { unknown: [ripe], queued: [queued], sendsFirst: true };
  expect(plan(outbox)).toMatchObject({ do: 'send' });
  expect(plan({ ...outbox, queued: [] })).toMatchObject({ do: 'look-up' });
});

it('looks for what is late last, when its time has come and the quota is plentiful', () => {
  const due = entry('d', delivered(1), { lookAt: at('09:59') });
  const later = entry('l', delivered(2), { lookAt: at('10:05') });
  expect(plan({ looks: [due, later] })).toEqual({ do: 'look-up', entries: [due] });
  expect(plan({ looks: [due], queued: [queued] })).toMatchObject({ do: 'send' });
  expect(plan({ looks: [later] })).toEqual({ do: 'wait', untilAt: at('10:05') });
  const untimed = entry('u', delivered(3));
  expect(plan({ looks: [due, untimed], lookUpsPausedUntil: at('10:30') })).toEqual({
    do: 'wait',
    untilAt: at('10:30'),
  });
});

it('looks for what is late when it is the turn of this Stint, and learns ids by the same look', () => {
  const late = { sinceAt: at('09:55'), creates: [] };
  const due = entry('d', delivered(1), { late, lookAt: at('09:59') });
  const later = entry('l', delivered(2), { late, lookAt: at('10:03') });
  const nameless = entry('n', delivered(undefined), { lookAt: at('09:58') });
  const looks = [nameless, due, later];
  const lookLagMs = 120_000;
  expect(plan({ looks, lookLagMs })).toEqual({ do: 'wait', untilAt: at('10:01') });
  const turn = { lookLagMs, now: at('10:01') };
  expect(plan({ looks, ...turn })).toEqual({ do: 'look-up', entries: [nameless, due] });
  expect(plan({ looks: [nameless, later], ...turn })).toMatchObject({ untilAt: at('10:05') });
  expect(plan({ looks: [nameless], lookLagMs })).toMatchObject({ do: 'look-up' });
});

it('looks for what is late from its very moment on, and at once for ids alone', () => {
  const due = entry('d', delivered(1), { lookAt: at('10:00') });
  expect(plan({ looks: [due] })).toEqual({ do: 'look-up', entries: [due] });
  const nameless = entry('n', delivered(undefined), { lookAt: at('09:59:30') });
  expect(plan({ looks: [nameless], lookLagMs: 120_000 })).toMatchObject({ do: 'look-up' });
});

it('waits for no read where none is needed, and for one where a single id is', () => {
  const readsPausedUntil = at('10:10');
  const held = { readsPausedUntil, changesHeldUntil: at('10:30') };
  expect(plan({ ...held, changed: [removing] })).toEqual({ do: 'wait', untilAt: at('10:30') });
  const nameless = entry('n', delivered(), { presence: 'removing' });
  expect(plan({ ...held, changed: [removing, nameless] })).toEqual({
    do: 'wait',
    untilAt: readsPausedUntil,
  });
  expect(plan({ ...held, changed: [removing], unknown: [ripe] })).toEqual({
    do: 'wait',
    untilAt: readsPausedUntil,
  });
});

it.each(['09:59', '10:00'])('waits no more for one that was held up until %s', (clock) => {
  const blocked = { status: 403, untilAt: at(clock) };
  const late = { sinceAt: at('09:00'), blocked };
  const changesHeldUntil = at('10:30');
  expect(plan({ changed: [{ ...removing, late }], changesHeldUntil })).toEqual({
    do: 'wait',
    untilAt: changesHeldUntil,
  });
});

const DAY_MS = 86_400_000;
/** So many days after the first. */
function onDay(id: string, day: number, change: Partial<Entry>): Entry {
  const startAt = (at('09:00') + day * DAY_MS) as Entry['startAt'];
  return entry(id, delivered(1), { startAt, ...change });
}
const outdated = (id: string, day: number) => {
  const plain = onDay(id, day, {});
  return { ...plain, description: 'mine', sent: { ...plain } };
};

it('looks together for what lies within a week of what is looked up anyway', () => {
  const unknown = [0, 21].map((day) => onDay(`u${day}`, day, { delivery: ripe.delivery }));
  const days = [-8, -7, -6, 10, 27, 28, 29];
  const changed = days.map((day) => outdated(`c${day}`, day));
  const step = plan({ unknown, changed, lookedUp: new Set() });
  expect(step).toMatchObject({ do: 'look-up' });
  expect('entries' in step && step.entries.map(({ id }) => id)).toEqual([
    'u0',
    'u21',
    'c-6',
    'c10',
    'c27',
  ]);
});

it('looks for the first of what waited, and for what lies within a week of that', () => {
  const changed = [9, 3, 10, 8].map((day) => outdated(`c${day}`, day));
  const step = plan({ changed, lookedUp: new Set() });
  expect('entries' in step && step.entries.map(({ id }) => id)).toEqual(['c9', 'c3', 'c8']);
});
