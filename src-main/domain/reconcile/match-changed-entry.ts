import type { Instant } from '#contract';
import type { Entry } from '../entry.ts';
import { sentAtOf, serverIdOf } from '../sync/server-id.ts';
import type { Finished } from '../finished-entry.ts';
import { hasSameWords } from './same-values.ts';

/** By our ids; each entry of the server is claimed once. */
export type Claims = ReadonlyMap<string, Finished>;

/** Entries of one request are created within so long of each other. */
const ONE_REQUEST_MS = 5_000;

/**
 * What was delivered, or travelled with what was found, and is not there as it was sent: it was changed
 * there since. When Toggl Focus created an entry cannot be changed, and ids count up in the order of a
 * bulk: what was created with the others of the request, in the gap that one left, is that one. Where
 * nothing of that is told, the second of the start is enough, for it is one entry's own.
 */
export function claimBlurred(
  local: readonly Entry[],
  free: readonly Finished[],
  sure: Claims,
): Claims {
  const claims = new Map<string, Finished>();
  if (free.length === 0) return claims;
  const rest = new Set(free);
  for (const request of requestsOf(local, sure)) {
    for (const choose of [inItsSecond, inItsGap]) {
      for (const entry of request.lost.filter(({ id }) => !claims.has(id))) {
        const others = entry.late?.others ?? [];
        const candidates = [...rest].filter(({ id }) => !others.includes(id));
        const found = choose(entry, candidates, request);
        if (found === undefined) continue;
        claims.set(entry.id, found);
        rest.delete(found);
      }
    }
  }
  return claims;
}

/** Entries that travelled together, in their order. */
type Request = {
  readonly sentAt: Instant;
  readonly lost: readonly Entry[];
  readonly found: readonly { readonly entry: Entry; readonly there: Finished }[];
};

function requestsOf(local: readonly Entry[], sure: Claims): readonly Request[] {
  const together = new Map<Instant, Entry[]>();
  for (const entry of [...local].sort((a, b) => startSent(a) - startSent(b))) {
    const at = sentAtOf(entry);
    if (at !== undefined) together.set(at, [...(together.get(at) ?? []), entry]);
  }
  return [...together].map(([sentAt, entries]) => {
    const found = entries.flatMap((entry) => {
      const there = sure.get(entry.id);
      return there === undefined ? [] : [{ entry, there }];
    });
    const lost = entries.filter((entry) => !sure.has(entry.id) && isLookedFor(entry));
    return { sentAt, lost, found };
  });
}

function isLookedFor(entry: Entry): boolean {
  return entry.presence !== 'removed' && serverIdOf(entry) === undefined;
}

function startSent(entry: Entry): number {
  return (entry.sent ?? entry).startAt;
}

function inItsSecond(
  entry: Entry,
  free: readonly Finished[],
  { found, sentAt }: Request,
): Finished | undefined {
  const candidates = free
    .filter(({ startAt }) => startAt === startSent(entry))
    // Of a request without an answer, one that is there tells that it was carried out.
    .filter((candidate) => isOfRequest(candidate, found) ?? isDelivered(entry))
    .toSorted((a, b) => Number(a.createdAt) - Number(b.createdAt));
  return candidates.find((one) => isSince(one, sentAt)) ?? candidates[0];
}

/** Of several, what was created first since ours was sent: a twin is older, or was made when ours was there. */
function isSince({ createdAt }: Finished, sentAt: Instant): boolean {
  if (createdAt === undefined) return false;
  // Servers may tell a moment in whole seconds.
  const isWhole = createdAt % SECOND_MS === 0;
  return createdAt >= (isWhole ? sentAt - (sentAt % SECOND_MS) : sentAt);
}

const SECOND_MS = 1_000;

function isDelivered({ delivery }: Entry): boolean {
  return delivery.state === 'delivered';
}

/** Undefined where the server does not tell. */
function isOfRequest({ createdAt }: Finished, found: Request['found']): boolean | undefined {
  const moments = found.flatMap(({ there }) => there.createdAt ?? []);
  if (createdAt === undefined || moments.length === 0) return undefined;
  return moments.some((at) => Math.abs(at - createdAt) <= ONE_REQUEST_MS);
}

function inItsGap(
  entry: Entry,
  free: readonly Finished[],
  { found }: Request,
): Finished | undefined {
  const before = found.filter((one) => startSent(one.entry) < startSent(entry)).at(-1);
  const after = found.find((one) => startSent(one.entry) > startSent(entry));
  const isBetween = before !== undefined && after !== undefined;
  const from = before?.there.id ?? 0;
  const to = after?.there.id ?? Infinity;
  const candidates = free.filter(
    (candidate) =>
      candidate.id > from && candidate.id < to && (isOfRequest(candidate, found) ?? isBetween),
  );
  return candidates.toSorted((a, b) => likeness(b, entry) - likeness(a, entry) || a.id - b.id)[0];
}

function likeness(there: Finished, entry: Entry): number {
  const ours = entry.sent ?? entry;
  const same = [
    there.seconds === ours.seconds,
    there.taskId === ours.task?.id,
    there.type === ours.type,
    hasSameWords(there, ours),
  ];
  return same.filter(Boolean).length;
}
