import { expect, it } from 'vitest';
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
