import type { Instant } from '#contract';
import { takeBatch, takeChanges } from './bulk-batches.ts';
import { pendingChange, type Change } from './pending-change.ts';
import { isKnown, serverIdOf, type KnownEntry } from './server-id.ts';
import type { Entry } from '../entry.ts';
import { blockedIn, unblockedFirst } from './held-up-entry.ts';
import type { Suspicion } from './find-refused-entry.ts';
import type { TimedPause } from './classify-response.ts';

/** What the one sender does next. */
export type Step =
  | { readonly do: 'nothing' }
  | { readonly do: 'wait'; readonly untilAt: Instant }
  /** One read that covers all these entries. */
  | { readonly do: 'look-up'; readonly entries: readonly Entry[] }
  /** One change of one entry by a request of its own, the same of several in one bulk request. */
  | ({ readonly do: 'change' } & Telling)
  /** One entry by a request of its own, several in one bulk request. */
  | { readonly do: 'send'; readonly entries: readonly Entry[] };

export type Telling = {
  readonly change: Change;
  readonly entries: readonly [KnownEntry, ...KnownEntry[]];
};

export type Outbox = {
  readonly now: Instant;
  readonly pause: TimedPause | undefined;
  /** Until when no read may be sent, since only the reserve of the quota is left. */
  readonly readsPausedUntil: Instant | undefined;
  /** Until when no change may be told, since an earlier one may still be on its way. */
  readonly changesHeldUntil: Instant | undefined;
  readonly graceMs: number;
  readonly unknown: readonly Entry[];
  /** Delivered entries with a change to be told. */
  readonly changed: readonly Entry[];
  readonly queued: readonly Entry[];
  /** Entries that are worth a look of their own, from their `lookAt` on. */
  readonly looks: readonly Entry[];
  /** How long after its time this Stint looks for what is late. */
  readonly lookLagMs: number;
  /** Until when such a look may not be made, since the quota is not plentiful. */
  readonly lookUpsPausedUntil: Instant | undefined;
  readonly suspicion: Suspicion;
  /** How many of the changed entries, with the change that is told next, hold one that makes all be refused. */
  readonly changeSuspects: number;
  /**
   * While changes had to wait: the entries looked up since then. An update of any other may meet one
   * made elsewhere meanwhile, and is not told before a look. Undefined where none had to wait.
   */
  readonly lookedUp: ReadonlySet<string> | undefined;
  /** The last look-up or change failed: what is queued behind it gets its turn first. */
  readonly sendsFirst: boolean;
};

/**
 * Decides it from what is on disk. Look-ups go first: they may free what stands behind an unclear
 * answer, and one read covers all of them. An entry that has to wait, or whose look-up or change
 * fails again and again, holds back nobody else.
 */
export function nextStep(outbox: Outbox): Step {
  const { now, pause, unknown, changed, queued, looks } = outbox;
  if (unknown.length + changed.length + queued.length + looks.length === 0) {
    return { do: 'nothing' };
  }
  if (pause !== undefined && pause.untilAt > now) return { do: 'wait', untilAt: pause.untilAt };
  const first = outbox.sendsFirst ? send(outbox) : undefined;
  return (
    first ??
    lookUp(outbox) ??
    sendChange(outbox) ??
    send(outbox) ??
    look(outbox) ??
    waitForOne(outbox)
  );
}

/** For what is worth a request of its own and nothing else waits for: it comes last. */
function look(outbox: Outbox): Step | undefined {
  const { now, looks, lookUpsPausedUntil } = outbox;
  if (lookUpsPausedUntil !== undefined || ownLookAt(outbox) > now) return undefined;
  // One request is enough: what another reading might still have brought goes along.
  const entries = looks.filter(({ lookAt = 0 }) => lookAt <= now);
  return { do: 'look-up', entries };
}

/**
 * When the first look is worth a request. What is late is looked for when it is this Stint's turn, and that
 * look brings ids as well: where none is to come anyway, ids are learnt at once.
 */
function ownLookAt({ looks, lookLagMs }: Outbox): number {
  const late = looks.filter(isLate);
  const lagMs = late.length > 0 ? lookLagMs : 0;
  return Math.min(...(late.length > 0 ? late : looks).map(({ lookAt = 0 }) => lookAt + lagMs));
}

function isLate({ late }: Entry): boolean {
  return late !== undefined;
}

function lookUp(outbox: Outbox): Step | undefined {
  const { now, readsPausedUntil, graceMs, unknown, changed } = outbox;
  if (readsPausedUntil !== undefined) return undefined;
  const ripe = unknown.filter((entry) => sinceOf(entry) + graceMs <= now);
  const nameless = changed.filter((entry) => serverIdOf(entry) === undefined);
  const urgent = [...ripe, ...nameless];
  const entries = [...urgent, ...withinAWeek(urgent, outdated(outbox))];
  return entries.length > 0 ? { do: 'look-up', entries } : undefined;
}

/** Updates that waited so long that somebody may have changed the entry elsewhere. */
function outdated({ changed, lookedUp }: Outbox): readonly Entry[] {
  if (lookedUp === undefined) return [];
  return changed.filter((entry) => {
    const isBlind = entry.sent?.unsure === true || isReplaced(entry);
    return pendingChange(entry) === 'update' && !isBlind && !lookedUp.has(entry.id);
  });
}

const WEEK_MS = 7 * 86_400_000;

/** One read covers them together with those that are looked up anyway: those far off get another one. */
function withinAWeek(urgent: readonly Entry[], waiting: readonly Entry[]): readonly Entry[] {
  const starts = (urgent.length > 0 ? urgent : waiting).map(startThere);
  const first = Math.min(...starts);
  const last = urgent.length > 0 ? Math.max(...starts) : first;
  return waiting.filter((entry) => {
    const at = startThere(entry);
    return at > first - WEEK_MS && at < last + WEEK_MS;
  });
}

/** As far as anybody knows here. */
function startThere(entry: Entry): Instant {
  return (entry.sent ?? entry).startAt;
}

function sendChange(outbox: Outbox): Step | undefined {
  const { changed, changesHeldUntil, changeSuspects } = outbox;
  if (changesHeldUntil !== undefined) return undefined;
  const unseen = new Set(outdated(outbox));
  const seen = changed.filter(isKnown).filter((entry) => !unseen.has(entry));
  const known = unblockedFirst(seen, outbox.now);
  for (const first of known) {
    const change = pendingChange(first);
    if (change === undefined) continue;
    // What replaces all that stands there has a route for one only.
    if (isReplaced(first)) return { do: 'change', change, entries: [first] };
    const alike = known.filter((entry) => pendingChange(entry) === change && !isReplaced(entry));
    const [, ...others] = takeChanges(change, alike, changeSuspects);
    return { do: 'change', change, entries: [first, ...others] };
  }
  return undefined;
}

function isReplaced(entry: Entry): boolean {
  return entry.sent?.replace === true && pendingChange(entry) === 'update';
}

function send({ now, queued, suspicion }: Outbox): Step | undefined {
  const entries = takeBatch(unblockedFirst(queued, now), suspicion);
  return entries.length > 0 ? { do: 'send', entries } : undefined;
}

/** Only reads and changes are left, and each waits for its own reason. */
function waitForOne(outbox: Outbox): Step {
  const { readsPausedUntil, changesHeldUntil, graceMs, unknown, changed } = outbox;
  const { lookUpsPausedUntil } = outbox;
  const ripeAt = Math.min(...unknown.map((entry) => sinceOf(entry) + graceMs));
  const reads =
    unknown.length > 0 ||
    outdated(outbox).length > 0 ||
    changed.some((entry) => serverIdOf(entry) === undefined);
  const readAt = reads ? (readsPausedUntil ?? ripeAt) : Infinity;
  const lookAt = Math.max(ownLookAt(outbox), lookUpsPausedUntil ?? 0);
  const untilAt = Math.min(
    readAt,
    changesHeldUntil ?? Infinity,
    lookAt,
    blockedUntil(outbox),
  ) as Instant;
  return { do: 'wait', untilAt };
}

/** When the first of those is tried that somebody in between keeps from Toggl Focus. */
function blockedUntil({ now, queued, changed }: Outbox): number {
  const ends = [...queued, ...changed].map((entry) => blockedIn(entry)?.untilAt ?? Infinity);
  return Math.min(...ends.filter((untilAt) => untilAt > now));
}

function sinceOf({ delivery }: Entry): number {
  return delivery.state === 'unknown' ? delivery.sinceAt : 0;
}
