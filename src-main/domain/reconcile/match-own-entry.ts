import { claimBlurred, type Claims } from './match-changed-entry.ts';
import type { Entry, Values } from '../entry.ts';
import { isNameless, sentAtOf, serverIdOf } from '../sync/server-id.ts';
import type { Finished } from '../finished-entry.ts';
import { earlierCreation } from './earlier-creation.ts';
import { inQuestion } from '../sync/in-question.ts';
import { lateCreates } from '../sync/late-requests.ts';
import { isBefore, likenessOf, looksSame, type TagsOfTask } from './same-as-sent.ts';
import { hasSameWords, spanAndWork, wordsOf } from './same-values.ts';
import type { Instant } from '#contract';

export type MatchScene = { readonly now: Instant; readonly tagsOf: TagsOfTask };

export type Matches = {
  readonly claims: Claims;
  /** Those of the claims that rest on what a change leaves alone: nothing may be told on such a claim. */
  readonly blurred: Claims;
  /** By our ids: what an entry may be, where only the person can tell. */
  readonly questions: ReadonlyMap<string, readonly Finished[]>;
};

/**
 * Which entry of the server each of ours is, by our id: the one with its id or, where that was never
 * learnt, the one that is as it was sent. What is known to be there and is not found so was changed
 * there since, and is recognised by what a change leaves alone.
 */
export function match(
  local: readonly Entry[],
  finished: readonly Finished[],
  scene: MatchScene,
): Matches {
  const byId = claimById(local, finished);
  const { claims: exact, questions } = matchExactly(local, unclaimed(finished, byId), scene);
  const sure = new Map([...byId, ...exact]);
  const open = local.filter(
    (one) =>
      inQuestion(one) === undefined &&
      !questions.has(one.id) &&
      !isEarlierOne(one, exact.get(one.id)),
  );
  const asked = new Set([...questions.values()].flat());
  const free = unclaimed(finished, sure).filter((one) => !asked.has(one));
  const blurred = claimBlurred(open, free, sure);
  return {
    claims: new Map([...sure, ...blurred]),
    blurred,
    questions,
  };
}

/** It tells nothing of the request that left last, and of what travelled in that. */
function isEarlierOne(entry: Entry, found: Finished | undefined): boolean {
  return found !== undefined && earlierCreation(entry, found) !== undefined;
}

function unclaimed(finished: readonly Finished[], claims: Claims): readonly Finished[] {
  const taken = new Set([...claims.values()].map(({ id }) => id));
  return finished.filter(({ id }) => !taken.has(id));
}

function claimById(local: readonly Entry[], finished: readonly Finished[]): Claims {
  const byServerId = new Map(finished.map((entry) => [entry.id, entry]));
  const claims = new Map<string, Finished>();
  for (const entry of local) {
    const serverId = serverIdOf(entry);
    const found = serverId === undefined ? undefined : byServerId.get(serverId);
    if (found !== undefined) claims.set(entry.id, found);
  }
  return claims;
}

function matchExactly(
  local: readonly Entry[],
  finished: readonly Finished[],
  scene: MatchScene,
): Omit<Matches, 'blurred'> {
  const free = new Map<string, Finished[]>();
  for (const entry of finished) {
    const key = spanAndWork(entry, entry.taskId);
    free.set(key, [...(free.get(key) ?? []), entry]);
  }
  const claims = new Map<string, Finished>();
  const questions = new Map<string, readonly Finished[]>();
  for (const entry of local) {
    for (const values of sentValues(entry, scene.now)) {
      const alike = free.get(spanAndWork(values, values.task?.id)) ?? [];
      const { sure, asked } = mayBe(entry, values, { alike, scene });
      if (sure !== undefined) {
        claims.set(entry.id, sure);
        alike.splice(alike.indexOf(sure), 1);
      } else if (asked.length > 0) questions.set(entry.id, asked);
      else continue;
      break;
    }
  }
  return { claims, questions };
}

/** As what the server may hold the entry under an id that nobody has told. */
function sentValues(entry: Entry, now: Instant): readonly Values[] {
  const { state } = entry.delivery;
  if (entry.presence === 'removed') return [];
  if (isNameless(entry)) return [entry.sent ?? entry];
  // What was given up before may be carried out while nobody knows of what was sent anew.
  if (state === 'unknown') return [entry.sent ?? entry, ...lateCreates(entry, now)];
  const isUnsent = state === 'queued' || state === 'rejected';
  // What was given up before may be carried out while it waits to be sent anew.
  return isUnsent ? lateCreates(entry, now) : [];
}

type Answer = {
  readonly sure?: Finished;
  /** Each of them can be it. */
  readonly asked: readonly Finished[];
};

/**
 * Of those that are alike, those with the same words or, where the server tells none, all, without those
 * that are another entry by their project or tags, or by the person's word. Of several that a person could
 * not tell apart, taking any leaves the same entries in the end: the one that was created first is taken.
 */
function mayBe(
  entry: Entry,
  values: Values,
  { alike, scene }: { readonly alike: readonly Finished[]; readonly scene: MatchScene },
): Answer {
  const isSentBefore = lateCreates(entry, scene.now).length > 0;
  const likeness = (there: Finished) =>
    likenessOf(there, entry, { tagsOf: scene.tagsOf, isSentBefore, told: values.tags });
  const possible = withItsWords(alike, values)
    .filter(({ id }) => entry.late?.others?.includes(id) !== true)
    .filter((there) => likeness(there) !== 'different')
    .toSorted((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0) || a.id - b.id);
  const same = possible.filter((there) => likeness(there) === 'same');
  const [first] = same;
  const isOpen = inQuestion(entry) !== undefined;
  if (first === undefined || isOpen) return { asked: possible };
  const near = sinceSent(same, entry);
  const [ours = first] = near;
  const isOne = near.every((there) => looksSame(there, ours));
  return isOne ? { sure: ours, asked: [] } : { asked: near };
}

/** Those that were created when ours was sent or later, where there are any; all that do not tell. */
function sinceSent(same: readonly Finished[], entry: Entry): readonly Finished[] {
  const sentAt = sentAtOf(entry);
  const late = same.filter(({ createdAt }) => !isBefore(createdAt, sentAt));
  return late.length > 0 ? late : same;
}

function withItsWords(alike: readonly Finished[], values: Values): readonly Finished[] {
  const told = alike.filter((there) => hasSameWords(there, values));
  return told.length > 0 ? told : alike.filter(({ description }) => wordsOf(description) === '');
}
