import type { Instant } from '#contract';
import { adopt, madeElsewhere } from './adopt-server-entry.ts';
import { becamePlan, isPlanAmong } from './became-a-plan.ts';
import { withLastGivenUp } from './earlier-creation.ts';
import { match, type Matches } from './match-own-entry.ts';
import { asked, askedFirst, withOthers } from './ask-which-entry-it-is.ts';
import type { TagsOfTask } from './same-as-sent.ts';
import type { Entry } from '../entry.ts';
import type { FocusEntry } from '../focus-types.ts';
import { latePlaces, lookedFor } from '../sync/late-requests.ts';
import { mayBeAmong } from './unreadable-items.ts';
import { serverIdOf } from '../sync/server-id.ts';
import { isFinished } from '../finished-entry.ts';
import { takenAway, duplicatesAmong } from './duplicates.ts';
import { isIn, unseen, type Window } from './missing-from-reading.ts';

export type Reconciliation = {
  /** Only what differs from how it stood before. */
  readonly put: readonly Entry[];
  readonly removeIds: readonly string[];
  /** Unknown entries that the server turned out to hold. */
  readonly adopted: number;
  /** Unknown entries that it does not hold: back in the queue. */
  readonly requeued: number;
  /** Twins of entries of ours, made by requests that were given up: they are deleted there. */
  readonly twins: number;
};

/**
 * Lays entries of the server, of whatever reading, over those at hand. What waits or was rejected is
 * never touched; of what is planned or runs there, nothing is taken over, and what was made a plan goes.
 */
export function merge(
  local: readonly Entry[],
  found: readonly FocusEntry[],
  now: Instant,
  tagsOf: TagsOfTask = () => undefined,
): Reconciliation {
  const finished = found.filter(isFinished);
  const scene = { now, tagsOf };
  const { claims, questions } = askedFirst(local, match(local, finished, scene));
  const taken = new Set([...claims.values()].map((entry) => entry.id));
  const made = finished.filter((entry) => !taken.has(entry.id)).map(madeElsewhere);
  const isPlan = isPlanAmong(found);
  const put: Entry[] = [];
  const removeIds: string[] = [];
  let adopted = 0;
  const rows = local.map((before) => ({ before, known: withOthers(before, finished, scene) }));
  const all = [...rows.map(({ known }) => known), ...made];
  const { twins, owners } = duplicatesAmong(all, ({ id }) => claims.has(id), now);
  for (const { before, known } of rows) {
    const entry = owners.get(before.id) ?? known;
    if (claims.has(entry.id) && entry.delivery.state === 'unknown') adopted += 1;
    const asThere = () =>
      isPlan(entry) ? becamePlan(entry) : matched(entry, { claims, questions }, now);
    const next = twins.has(entry.id) ? takenAway(entry) : asThere();
    if (next === undefined) removeIds.push(entry.id);
    else if (!isUnchanged(before, next)) put.push(next);
  }
  const shown = made.map((entry) => (twins.has(entry.id) ? takenAway(entry) : entry));
  return { put: [...put, ...shown], removeIds, adopted, requeued: 0, twins: twins.size };
}

function matched(
  entry: Entry,
  { claims, questions }: Pick<Matches, 'claims' | 'questions'>,
  now: Instant,
): Entry {
  const theirs = claims.get(entry.id);
  if (theirs !== undefined) return adopt(withLastGivenUp(entry, theirs, now), theirs);
  const mayBe = questions.get(entry.id);
  return mayBe === undefined ? entry : asked(entry, mayBe, now);
}

/** Written alike: a difference in the order of fields costs no more than a needless look at what to write. */
function isUnchanged(entry: Entry, next: Entry): boolean {
  // Of a whole backlog the ids are learnt at once: there is no need to look further.
  if (serverIdOf(entry) !== serverIdOf(next)) return false;
  return JSON.stringify(entry) === JSON.stringify(next);
}

/** What a reading showed, once all of it was merged. */
export type Shown = {
  /** Entries of the server. */
  readonly ids: ReadonlySet<number>;
  /** Requests of ours of which one entry at least was among them, by when they left. */
  readonly requests: ReadonlySet<number>;
};

/**
 * What follows for entries of ours from a reading of the window, be they all of it or some. What was
 * not shown is missed there; twins are found where they and what they are twins of are among those given.
 */
export function conclude(local: readonly Entry[], window: Window, shown: Shown): Reconciliation {
  const isLeftOut = mayBeAmong(window.leftOut);
  const isSeen = isAmong(shown.ids);
  const { twins, owners } = duplicatesAmong(local, isSeen, window.readAt);
  const concluded = local.map((before) => {
    const entry = owners.get(before.id) ?? before;
    if (twins.has(entry.id)) return { before, after: takenAway(entry) };
    if (!isWithin(entry, window)) return { before, after: before };
    const isThere = isSeen(entry) || isLeftOut(entry);
    const next = isThere ? entry : unseen(entry, window, shown.requests);
    return { before, after: next && afterLook(next, window) };
  });
  return {
    put: concluded.flatMap(({ before, after }) => (after === before ? [] : (after ?? []))),
    removeIds: concluded.flatMap(({ before, after }) => (after === undefined ? before.id : [])),
    adopted: 0,
    requeued: concluded.filter(
      ({ before, after }) =>
        before.delivery.state === 'unknown' && after?.delivery.state === 'queued',
    ).length,
    twins: twins.size,
  };
}

/** Nothing more is to be looked for where all places were in sight. */
function afterLook(entry: Entry, window: Window): Entry {
  const isInSight = latePlaces(entry).every((place) => isIn(place, window));
  return isInSight ? lookedFor(entry, window.readAt) : entry;
}

function isAmong(ids: ReadonlySet<number>): (entry: Entry) => boolean {
  return (entry) => {
    const serverId = serverIdOf(entry);
    return serverId !== undefined && ids.has(serverId);
  };
}

function isWithin(entry: Entry, window: Window): boolean {
  return isIn(entry.sent ?? entry, window);
}
