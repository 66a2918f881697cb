import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import type { Delivery, Entry } from '../../../src-main/domain/entry.ts';
import type { FocusEntry } from '../../../src-main/domain/focus-types.ts';
import { merge } from '../../../src-main/domain/reconcile/reconcile-reading.ts';
import { at, delivered, entry, focusEntry, seconds } from '../../support/values.ts';

/** An entry of which the id was never told, and that somebody has changed since: which one it is. */

const SENT = at('09:10');
const NOW = at('09:20:10');
const NAMELESS: Delivery = {
  state: 'delivered',
  serverId: undefined,
  refused: undefined,
  sentAt: SENT,
};
const LOST: Delivery = { state: 'unknown', sinceAt: SENT, sentAt: SENT };
const CLOCKS = ['09:00', '09:30', '10:00', '10:30'];

/** Of one bulk, in its order. */
function bulk(change: Partial<Entry> = {}, delivery = NAMELESS): Entry[] {
  return CLOCKS.map((clock, place) =>
    entry(`e${place}`, delivery, { startAt: at(clock), ...change }),
  );
}

/** The same with the second of them in another state. */
function withSecond(change: Partial<Entry>, delivery = NAMELESS): Entry[] {
  return bulk({}, delivery).map((one) => (one.id === 'e1' ? { ...one, ...change } : one));
}

const there = (id: number, clock: string, change: Partial<FocusEntry> = {}) =>
  focusEntry(id, { startAt: at(clock), createdAt: SENT, ...change });
const created = (ms: number) => ({ createdAt: (SENT + ms) as Instant });
const undated = { createdAt: undefined };
const longer = { seconds: seconds(1_200) };

/** All of the bulk but the second, which stands there otherwise. */
const others = (change: Partial<FocusEntry> = {}) => [
  there(10, '09:00', change),
  there(30, '10:00', change),
  there(40, '10:30', change),
];

/** The id of the server's that the second one got, if any. */
function idOfSecond(local: readonly Entry[], ...found: readonly FocusEntry[]): unknown {
  const second = merge(local, found, NOW).put.find(({ id }) => id === 'e1');
  return second?.delivery.state === 'delivered' ? second.delivery.serverId : undefined;
}

it('stays with what stands in its second, though something else was created in its gap', () => {
  const made = there(15, '08:30');
  expect(idOfSecond(bulk(), ...others(), made, there(20, '09:30', longer))).toBe(20);
});

it('takes nothing that is known to be another entry', () => {
  const told = withSecond({ late: { sinceAt: SENT, others: [20] } });
  const found = [...others(), there(20, '09:30', longer)];
  expect(idOfSecond(bulk(), ...found)).toBe(20);
  expect(idOfSecond(told, ...found)).toBeUndefined();
});

it('knows its gap in whatever order the entries are at hand', () => {
  const [first, second, third, fourth] = bulk() as [Entry, Entry, Entry, Entry];
  const mixed = [fourth, second, third, first];
  expect(idOfSecond(mixed, ...others(), there(25, '08:30'))).toBe(25);
  expect(idOfSecond(mixed, ...others(), there(35, '08:30'))).toBeUndefined();
});

it('takes nothing that was created with the bulk, but not in its gap', () => {
  expect(idOfSecond(bulk(), ...others(), there(5, '08:20'))).toBeUndefined();
  expect(idOfSecond(bulk(), ...others(), there(35, '08:20'))).toBeUndefined();
});

it.each([
  ['is gone', { presence: 'removed' as const }],
  ['is known by an id that is no longer there', { delivery: { ...NAMELESS, serverId: 20 } }],
])('takes nothing for one that %s', (_, change) => {
  expect(idOfSecond(withSecond(change), ...others(), there(21, '09:30', longer))).not.toBe(21);
});

it('takes nothing by its second for one of which nobody knows whether it is there', () => {
  const found = there(20, '09:30', { ...longer, ...undated });
  expect(idOfSecond(bulk({}, LOST), found)).toBeUndefined();
  expect(idOfSecond(bulk({}, LOST), there(10, '09:00', undated), found)).toBeUndefined();
  expect(idOfSecond(bulk(), found)).toBe(20);
});

it('takes of two in its second the one that tells when it was created', () => {
  const second = bulk().slice(1, 2);
  const found = [there(20, '09:30', { ...longer, ...undated }), there(21, '09:30', longer)];
  expect(idOfSecond(second, ...found)).toBe(21);
});

it.each([
  ['none of its request tells', undated, {}],
  ['it does not tell itself', {}, undated],
])('takes what lies between two of its request where %s when it was created', (_, told, own) => {
  expect(idOfSecond(bulk(), ...others(told), there(20, '08:30', own))).toBe(20);
});

it('takes nothing before the first of its request where nobody tells when it was created', () => {
  const found = [there(30, '10:00', undated), there(20, '08:30', undated)];
  expect(idOfSecond(bulk().slice(1), ...found)).toBeUndefined();
});

it('takes what was created within five seconds of any other of its request', () => {
  const moved = (ms: number) => there(20, '08:30', created(ms));
  expect(idOfSecond(bulk(), ...others(), moved(5_000))).toBe(20);
  expect(idOfSecond(bulk(), ...others(), moved(5_001))).toBeUndefined();
  const slow = [there(10, '09:00'), there(30, '10:00', created(9_000))];
  expect(idOfSecond(bulk(), ...slow, moved(5_001))).toBe(20);
});

it.each<[string, Partial<FocusEntry>]>([
  ['length', longer],
  ['task', { taskId: 2, task: undefined }],
  ['type', { type: 'break' }],
  ['words', { description: 'theirs' }],
])('takes of two in its gap the one with its own %s', (_, change) => {
  const found = [there(20, '08:30', change), there(21, '08:40')];
  expect(idOfSecond(bulk(), ...others(), ...found)).toBe(21);
});

it('takes of two in its gap the one without a task where it has none', () => {
  const none = { taskId: undefined, task: undefined };
  const found = [...others(none), there(20, '08:30'), there(21, '08:40', none)];
  expect(idOfSecond(bulk({ task: undefined }), ...found)).toBe(21);
});

it('takes nothing for one that is in question', () => {
  const alike = [{ serverId: 7 }];
  const open = withSecond({ delivery: { ...LOST, alike } }, LOST);
  const found = [...others(), there(20, '09:30', longer)];
  expect(idOfSecond(bulk({}, LOST), ...found)).toBe(20);
  expect(idOfSecond(open, ...found)).toBeUndefined();
});

it('takes nothing for one that is asked about, and nothing that is asked about for another', () => {
  const asked = [there(20, '09:30', { tagNames: ['x'] }), there(21, '09:30', { tagNames: ['y'] })];
  const found = [...others(), ...asked, there(22, '09:30', longer)];
  const after = merge(bulk({}, LOST), found, NOW).put.find(({ id }) => id === 'e1');
  expect(after?.delivery).toMatchObject({ state: 'unknown', alike: [{ serverId: 20 }, {}] });
  const moved = withSecond({ startAt: at('09:29') }, LOST);
  const other = entry('o', { ...LOST, sentAt: at('09:05') }, { startAt: at('09:30') });
  expect(idOfSecond([...moved, other], ...others(), ...asked)).toBeUndefined();
});

it('has nothing to go by for one of which nobody knows when it was sent', () => {
  const untimed = withSecond({ delivery: delivered() });
  expect(idOfSecond(untimed, ...others(), there(20, '09:30', longer))).toBeUndefined();
});
