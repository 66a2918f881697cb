import type { FocusAnswer } from '../../src-main/domain/focus-types.ts';
import { createBlame } from './blame.ts';
import type { Ending, RequestKind, RequestSeen, Watch } from './world/faulty-network.ts';
import type { VirtualTime } from './world/virtual-time.ts';

/** Reads leave so many requests of the hour to writes. */
const RESERVE = 5;
/** A 402 that names no time is believed for a quarter of an hour. */
const PAUSE_MS = 900_000;

export type Ledger = Watch & {
  readonly broken: readonly string[];
  readonly total: number;
  count(kind: RequestKind, ending: Ending): number;
  /** Whether a request of its own was ever refused for an entry that began then, or the server named it. */
  isToBlame(startAt: number): boolean;
  /**
   * To refresh: one request may go out though the quota is said to be spent, for that may be wrong. To
   * send again: what was refused may be sent once more as it is.
   */
  personAsks(what: 'refresh' | 'again'): void;
  /** The client died; what it had heard of the quota is on its disk. */
  clientDied(): void;
};

type Heard = { readonly remaining: number; readonly resetsAt: number; readonly jumps: number };

type Ports = {
  readonly time: VirtualTime;
  /** How often the person has changed what begins then. */
  readonly touches: (startAt: number) => number;
  /** Tasks of the entries that are left behind by what is being sent. */
  readonly queued: () => readonly (number | undefined)[];
};

/**
 * No entry under the task that Stint knows: it asks once more without the task, since the entry may have been moved,
 * and only that answer decides. Between the two a quota may run out, and both are asked after it.
 */
function isAskedTwice({ content }: RequestSeen, answer: FocusAnswer<unknown>): boolean {
  const isUnderTask = content !== undefined && / under \d/.test(content);
  return isUnderTask && !answer.ok && 'status' in answer.error && answer.error.status === 404;
}

/** Watches every request as it passes and writes down each promise that it breaks. */
export function createLedger({ time, touches, queued }: Ports): Ledger {
  const blame = createBlame();
  let smallerAllowed = 0;
  let isSmaller = false;
  const broken: string[] = [];
  const counts = new Map<string, number>();
  const refused = new Map<string, number>();
  let open = 0;
  let total = 0;
  let heard: Heard | undefined;
  let sentSinceHeard = 0;
  let mayTryOnce = false;
  let isTried = false;

  function checkQuota(kind: RequestKind): void {
    const isTry = mayTryOnce;
    isTried = isTry;
    mayTryOnce = false;
    // A person who connects is answered by the server itself; after a jump no clock tells the window.
    if (heard === undefined || kind === 'probe' || heard.jumps !== time.jumps) return;
    if (time.now() >= heard.resetsAt) return;
    // What nobody has answered may count too; a person may try once where so nothing is left.
    if (isTry && heard.remaining - sentSinceHeard <= 0) return;
    checkRest(kind, heard.remaining);
  }

  function checkRest(kind: RequestKind, remaining: number): void {
    const isRead = kind === 'read' || kind === 'glance';
    if (remaining <= 0) broken.push(`a ${kind} was sent while the quota was spent`);
    else if (isRead && remaining <= RESERVE) {
      broken.push(`a read was sent with ${remaining} requests left`);
    }
  }

  function hear(answer: FocusAnswer<unknown>): void {
    const { quota } = answer;
    const spent = !answer.ok && answer.error.kind === 'answered' && answer.error.status === 402;
    if (quota !== undefined) {
      const resetsAt = time.now() + quota.resetsIn * 1000;
      heard = { remaining: quota.remaining, resetsAt, jumps: time.jumps };
      sentSinceHeard = 0;
    } else if (spent) {
      heard = { remaining: 0, resetsAt: time.now() + PAUSE_MS, jumps: time.jumps };
    }
  }

  function noteQuota(isProbe: boolean, answer: FocusAnswer<unknown>): void {
    // The person's own try to connect is not delivery's word about the quota where it fails.
    if (answer.ok || !isProbe) hear(answer);
    // What a person asks for proves wrong that the quota was spent, where it succeeds.
    const isProof = answer.ok && (isProbe || isTried) && answer.quota === undefined;
    if (isProof) heard = undefined;
  }

  /**
   * A backlog travels at once, but for the search after the poison in a bulk that was refused. Entries of a
   * task that seems to be gone are no part of it, for with them all others would be refused: they go by
   * themselves, all of that task together, after those that can go, whatever comes before them meanwhile.
   */
  function checkSize({ kind, items = [] }: RequestSeen): void {
    const sent = new Set(items.map(({ taskId }) => taskId ?? undefined));
    const behind = queued().filter((taskId) => sent.has(taskId) || !blame.isGone(taskId));
    isSmaller = (kind === 'send' || kind === 'bulk') && behind.length > 0;
    if (!isSmaller) return;
    if (blame.isForAll()) return;
    smallerAllowed -= 1;
    if (smallerAllowed < 0) broken.push(`a ${kind} left ${behind.length} entries behind`);
  }

  function noteRefusal(seen: RequestSeen, answer: FocusAnswer<unknown>): void {
    const { kind, startAt, size } = seen;
    const key = keyOf(seen);
    if (key !== undefined && !isAskedTwice(seen, answer)) refused.set(key, touches(startAt ?? 0));
    blame.note(seen, answer);
    // What was refused for what holds for all is sent again.
    if (blame.isForAll()) refused.clear();
    // No more than one request for each of them; what was refused by itself says nothing of those behind it.
    if (kind === 'bulk') allowSmaller(size);
  }

  function allowSmaller(requests: number): void {
    smallerAllowed = Math.max(smallerAllowed, 0) + requests;
  }

  function noteBlame(seen: RequestSeen, ending: Ending, answer: FocusAnswer<unknown>): void {
    if (ending === 'refused') noteRefusal(seen, answer);
    // It may have minded one of them, which is searched for in the same way.
    if (isForeign(answer) && seen.kind === 'bulk') allowSmaller(seen.size);
    if (ending === 'ok' && seen.items !== undefined) blame.accepted(seen.items);
  }

  function keyOf({ content, startAt }: RequestSeen): string | undefined {
    return content === undefined || startAt === undefined ? undefined : content;
  }

  return {
    broken,
    get total() {
      return total;
    },
    sent(seen) {
      total += 1;
      open += 1;
      if (open > 1) broken.push('two requests at once');
      checkQuota(seen.kind);
      sentSinceHeard += 1;
      checkSize(seen);
      const key = keyOf(seen);
      if (key !== undefined && refused.get(key) === touches(seen.startAt ?? 0)) {
        broken.push(`resent unchanged after a rejection: ${key}`);
      }
    },
    ended(seen, ending, answer) {
      open -= 1;
      const name = `${seen.kind} ${ending}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      noteQuota(seen.kind === 'probe', answer);
      // Held up, or not answered and looked for in vain: the same will be sent again.
      if (ending !== 'ok' && ending !== 'refused' && isSmaller) smallerAllowed += 1;
      noteBlame(seen, ending, answer);
    },
    count: (kind, ending) => counts.get(`${kind} ${ending}`) ?? 0,
    isToBlame: (startAt) => blame.has(startAt),
    personAsks(what) {
      if (what === 'refresh') mayTryOnce = true;
      else refused.clear();
    },
    clientDied() {
      open = 0;
      // That the entry may be under another task is forgotten, as long as no answer was given by its id.
      for (const key of refused.keys()) {
        if (!refused.has(key.replace(/ under \d+ /, ' under - '))) refused.delete(key);
      }
    },
  };
}

function isForeign(answer: FocusAnswer<unknown>): boolean {
  return !answer.ok && answer.error.kind === 'foreign';
}
