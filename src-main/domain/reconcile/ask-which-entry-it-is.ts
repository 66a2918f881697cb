import type { Instant } from '#contract';
import {
  archived,
  edited,
  mayBeThere,
  pendingChange,
  sameValues,
  valuesOf,
} from '../sync/pending-change.ts';
import { isSameIn, pick, VALUE_GROUPS } from '../sync/conflict-fields.ts';
import type { Alike, Entry, Values } from '../entry.ts';
import { notThere } from '../sync/entry-after-response.ts';
import { inQuestion } from '../sync/in-question.ts';
import { createdAnew, createdLate, lateCreates, lookAfter } from '../sync/late-requests.ts';
import { sentAtOf, serverIdOf } from '../sync/server-id.ts';
import type { Finished } from '../finished-entry.ts';
import { adopt } from './adopt-server-entry.ts';
import { creationShown } from './earlier-creation.ts';
import type { Matches, MatchScene } from './match-own-entry.ts';
import { likenessOf } from './same-as-sent.ts';
import { hasSameWords, isDuplicate, spanAndWork } from './same-values.ts';

/**
 * The server holds something that may be this entry, and nothing tells whether it is: another computer
 * may have made it, or somebody may have changed ours. To take it for ours may delete or overwrite what
 * is somebody else's; to send ours may double it. The person decides, and until then nothing is sent.
 */

/** Claims that only a blur supports, and that would tell the server something, are questions as well. */
export function askedFirst(
  local: readonly Entry[],
  { claims, blurred, questions }: Matches,
): Pick<Matches, 'claims' | 'questions'> {
  const sure = new Map(claims);
  const all = new Map(questions);
  for (const entry of local) {
    const found = blurred.get(entry.id);
    if (found === undefined || !isTelling(adopt(entry, found))) continue;
    sure.delete(entry.id);
    all.set(entry.id, [found]);
  }
  return { claims: sure, questions: all };
}

function isTelling(entry: Entry): boolean {
  return pendingChange(entry) !== undefined || entry.sent !== undefined;
}

/** What was deleted meanwhile is shown again: the person has to see what the question is about. */
export function asked(entry: Entry, found: readonly Finished[], now: Instant): Entry {
  const known = inQuestion(entry) ?? [];
  const isNew = ({ id }: Finished) => !known.some(({ serverId }) => serverId === id);
  const alike = [...known, ...found.filter(isNew).map(alikeOf)];
  return {
    ...(mayBeThere(entry) ? entry : asGivenUp(entry, found)),
    delivery: { state: 'unknown', sinceAt: now, ...stampOf(entry), alike },
    presence: 'kept',
    lookAt: undefined,
  };
}

/** One that waits to be sent anew, and may have been changed since: as what it may be there. */
function asGivenUp(entry: Entry, found: readonly Finished[]): Entry {
  const [given] = found.flatMap((one) => creationShown(entry, one) ?? []);
  if (given === undefined) return entry;
  const sent = sameValues(given, entry) ? undefined : valuesOf(given);
  return { ...createdLate(entry, given), sent };
}

function alikeOf({ id, description, projectName, task, tagNames, createdAt }: Finished): Alike {
  const project = projectName ?? task?.projectName;
  return { serverId: id, description, projectName: project, tagNames, createdAt };
}

/** `there`: what is at hand of the server's entry that the person says is this one. What was changed here since is told. */
export function identified(entry: Entry, serverId: number, there: Entry | undefined): Entry {
  const { id, origin, timeBlockId } = entry;
  const known = there ?? asSent(entry, serverId);
  const [last, ...earlier] = [valuesOf(entry.sent ?? entry), ...(entry.late?.creates ?? [])];
  const given = [last, ...earlier].find((one) => isDuplicate(known, one)) ?? last;
  const late = [last, ...earlier].filter((one) => one !== given);
  const base: Entry = {
    ...known,
    ...(late.length === 0 ? {} : twinsLate(entry, { known, creates: late })),
    id,
    origin,
    delivery: { ...known.delivery, ...stampOf(entry) },
    timeBlockId: known.timeBlockId ?? timeBlockId,
  };
  const changed = edited(base, changedSince(entry, given));
  const isToArchive = entry.archiveState === 'archiving' || entry.archiveState === 'archived';
  return isToArchive ? archived(changed) : changed;
}

/** What was given up besides the one that the person names may still be carried out, and is a twin then. */
function twinsLate(
  entry: Entry,
  { known, creates }: { readonly known: Entry; readonly creates: readonly Values[] },
): Pick<Entry, 'late' | 'lookAt'> {
  const ids = new Set([...(entry.late?.others ?? []), ...askedAbout(entry)]);
  const others = [...ids].filter((id) => id !== serverIdOf(known));
  const sinceAt = entry.delivery.state === 'unknown' ? entry.delivery.sinceAt : LONG_AGO;
  return { late: { ...known.late, sinceAt, creates, others }, lookAt: lookAfter(sinceAt) };
}

/** What was changed here since it was sent so; of all else, what stands there counts. */
function changedSince(entry: Entry, sent: Values): Partial<Values> {
  const changed = VALUE_GROUPS.filter((group) => !isSameIn(group, sent, entry));
  return pick(changed.flat(), entry);
}

function asSent(entry: Entry, serverId: number): Entry {
  return {
    ...entry,
    ...valuesOf(entry.sent ?? entry),
    delivery: { state: 'delivered', serverId, refused: undefined },
    presence: 'kept',
    archiveState: 'none',
    sent: undefined,
    late: undefined,
    lookAt: undefined,
  };
}

function stampOf(entry: Entry): { readonly sentAt?: Instant } {
  const sentAt = sentAtOf(entry);
  return sentAt === undefined ? {} : { sentAt };
}

/**
 * Deleted here alone, for each of those that it may be can be somebody else's. Its own request may be
 * carried out only now: what turns up besides those is this one, and is taken away.
 */
export function deletedInQuestion(entry: Entry): Entry {
  const sinceAt = sentAtOf(entry) ?? LONG_AGO;
  const gone = createdAnew({ ...entry, presence: 'removed' }, entry.sent ?? entry, sinceAt);
  return withOther(gone, askedAbout(entry));
}

const LONG_AGO = 0 as Instant;

/** The same taken back. */
export function askedAgain(entry: Entry): Entry {
  const { late } = entry;
  const creates = late?.creates?.slice(0, -1) ?? [];
  const before = late === undefined || creates.length === 0 ? undefined : { ...late, creates };
  return { ...entry, presence: 'kept', late: before, lookAt: undefined };
}

/** None of them is this entry, which waits to be sent. One that turns up late all the same is recognised. */
export function noneOfThem(entry: Entry, now: Instant): Entry {
  const waiting = createdAnew(notThere(entry), entry.sent ?? entry, now);
  return withOther(waiting, askedAbout(entry));
}

function askedAbout(entry: Entry): readonly number[] {
  return (inQuestion(entry) ?? []).map(({ serverId }) => serverId);
}

function withOther(entry: Entry, ids: readonly number[]): Entry {
  if (entry.late === undefined || ids.length === 0) return entry;
  const others = [...new Set([...(entry.late.others ?? []), ...ids])];
  return { ...entry, late: { ...entry.late, others } };
}

/**
 * The entry with what the list tells is not a twin of it though it has all that a creation tells: it is
 * known by its project or its tags, which are nowhere else at hand.
 */
export function withOthers(
  entry: Entry,
  found: readonly Finished[],
  { now, tagsOf }: MatchScene,
): Entry {
  const creates = lateCreates(entry, now);
  if (creates.length === 0) return entry;
  const strangers = found
    .filter(({ id }) => id !== serverIdOf(entry))
    .filter((there) =>
      creates.some(
        (one) =>
          spanAndWork(there, there.taskId) === spanAndWork(one, one.task?.id) &&
          hasSameWords(there, one),
      ),
    )
    .filter((there) =>
      creates.every(
        ({ tags: told }) =>
          likenessOf(there, entry, { tagsOf, isSentBefore: true, told }) !== 'same',
      ),
    );
  return withOther(
    entry,
    strangers.map(({ id }) => id),
  );
}
