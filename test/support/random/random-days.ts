import fc from 'fast-check';
import type { Instant, Seconds } from '#contract';
import { createClock } from '../../../src-main/adapters/clock/wall-clock.ts';
import type { Entry, Presence } from '../../../src-main/domain/entry.ts';
import { firstFreeSecond } from '../../../src-main/domain/timer/session.ts';
import { ACCOUNT, createEditRig, type EditRig } from '../core/edit-rig.ts';
import { entry, session, task } from '../values.ts';

/** Nights on which clocks change or a day is left out, and plain days, in zones far apart. */
const DAYS = [
  ['Europe/Berlin', '2026-03-29T00:30:00Z'],
  ['Europe/Berlin', '2026-10-25T12:00:00Z'],
  ['America/St_Johns', '2026-03-08T12:00:00Z'],
  ['America/St_Johns', '2026-11-01T12:00:00Z'],
  ['Pacific/Apia', '2011-12-30T09:00:00Z'],
  ['Pacific/Apia', '2011-12-30T12:00:00Z'],
  ['Asia/Kathmandu', '2026-11-25T12:00:00Z'],
] as const;

const STATES = [
  'queued',
  'rejected',
  'unknown',
  'nameless',
  'there',
  'refused',
  'elsewhere',
] as const;

const entries = fc.array(
  fc.record({
    // Minutes make starts and ends meet, seconds make them miss each other by one.
    minute: fc.integer({ min: -90, max: 1560 }),
    second: fc.constantFrom(0, 0, 0, 1, 59),
    minutes: fc.integer({ min: 0, max: 180 }),
    extra: fc.constantFrom(1, 0, 0),
    type: fc.constantFrom('activity' as const, 'activity' as const, 'break' as const),
    task: fc.constantFrom(undefined, 1, 2),
    state: fc.constantFrom(...STATES),
    presence: fc.constantFrom<Presence>('kept', 'kept', 'kept', 'kept', 'restoring', 'removing'),
    isArchived: fc.constantFrom(false, false, true),
  }),
  { minLength: 1, maxLength: 9 },
);

const randomDays = fc.record({
  place: fc.constantFrom(...DAYS),
  entries,
  /** Minutes that the session has been running at the end of the day. */
  running: fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
});

type RandomDay = typeof randomDays extends fc.Arbitrary<infer T> ? T : never;

type Given = RandomDay['entries'][number];

/** Puts the day on disk, with now a few hours behind its end. */
function openDay(day: RandomDay): { readonly rig: EditRig; readonly at: number } {
  const [zone, iso] = day.place;
  const at = Date.parse(iso);
  const { startAt, endAt } = createClock(zone).dayOf(at as Instant);
  const rig = createEditRig(endAt + 6 * 3_600_000 + 400, zone);
  rig.store.transaction(() => {
    for (const [index, given] of day.entries.entries()) {
      const begin = (startAt + (given.minute * 60 + given.second) * 1000) as Instant;
      if (given.state === 'elsewhere' || !rig.store.startTaken(ACCOUNT, begin)) {
        rig.store.putEntry(ACCOUNT, entryOf(given, index, begin));
      }
    }
    if (day.running !== undefined) {
      const since = Math.floor((rig.now - day.running * 60_000) / 1000) * 1000;
      const startAt = firstFreeSecond(since as Instant, (at) => rig.store.startTaken(ACCOUNT, at));
      rig.store.setSession(ACCOUNT, session({ startAt, task: task(3) }));
    }
  });
  return { rig, at };
}

function entryOf(given: Given, index: number, startAt: Instant): Entry {
  const { state, type, isArchived } = given;
  const isThere = state === 'there' || state === 'elsewhere' || state === 'nameless';
  return entry(`e${index}`, deliveryOf(state, index), {
    origin: state === 'elsewhere' ? 'server' : 'stint',
    startAt,
    seconds: Math.max(1, given.minutes * 60 + given.extra) as Seconds,
    type,
    task: given.task === undefined ? undefined : task(given.task),
    presence: isThere ? given.presence : 'kept',
    archiveState: isThere && isArchived ? 'archived' : 'none',
  });
}

function deliveryOf(state: Given['state'], index: number): Entry['delivery'] {
  const refusal = { status: 422, reason: 'locked' };
  switch (state) {
    case 'queued':
      return { state };
    case 'rejected':
      return { state, ...refusal };
    case 'unknown':
      return { state, sinceAt: 0 as Instant };
    case 'nameless':
      return { state: 'delivered', serverId: undefined, refused: undefined };
    case 'there':
    case 'elsewhere':
      return { state: 'delivered', serverId: 1000 + index, refused: undefined };
    case 'refused':
      return { state: 'delivered', serverId: 1000 + index, refused: refusal };
  }
}

const SEED = 20_261_125;
const RUNS = 150;

/** Plays on so many random days; a failure prints the seed and the shortest day that shows it. */
export function onRandomDays<T>(
  what: fc.Arbitrary<T>,
  play: (rig: EditRig, choice: T, at: number) => void,
): void {
  const property = fc.property(randomDays, what, (day, choice) => {
    const { rig, at } = openDay(day);
    try {
      play(rig, choice, at);
    } finally {
      rig.dispose();
    }
  });
  fc.assert(property, { seed: SEED, numRuns: RUNS });
}

/** One of the list, whatever number was drawn. */
export function chosen<T>(list: readonly T[], choice: number): T | undefined {
  return list[choice % list.length];
}
