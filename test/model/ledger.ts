import type { FocusAnswer } from '../../src-main/domain/focus.ts';
import type { Ending, RequestKind, RequestSeen, Watch } from './faulty-line.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Reads leave so many requests of the hour to writes. */
const RESERVE = 5;
/** A 402 that names no time is believed for a quarter of an hour. */
const PAUSE_MS = 900_000;

export type Ledger = Watch & {
  readonly broken: readonly string[];
  readonly total: number;
  count(kind: RequestKind, ending: Ending): number;
  /** Whether a request of its own was ever refused for an entry that began then. */
  refusedAlone(startAt: number): boolean;
  /** The client died; what it had heard of the quota is on its disk. */
  clientDied(): void;
};

type Heard = { readonly remaining: number; readonly resetsAt: number; readonly jumps: number };

type Ports = {
  readonly time: VirtualTime;
  /** How often the person has changed what begins then. */
  readonly touches: (startAt: number) => number;
  /** How many entries are left behind by what is being sent. */
  readonly queued: () => number;
};

/** Watches every request as it passes and writes down each promise that it breaks. */
export function createLedger({ time, touches, queued }: Ports): Ledger {
  const alone = new Set<number>();
  let smallerAllowed = 0;
  let isSmaller = false;
  const broken: string[] = [];
  const counts = new Map<string, number>();
  const refused = new Map<string, number>();
  let open = 0;
  let total = 0;
  let heard: Heard | undefined;

  function checkQuota(kind: RequestKind): void {
    // A person who connects is answered by the server itself; after a jump no clock tells the window.
    if (heard === undefined || kind === 'probe' || heard.jumps !== time.jumps) return;
    if (time.now() >= heard.resetsAt) return;
    if (heard.remaining <= 0) broken.push(`a ${kind} was sent while the quota was spent`);
    else if ((kind === 'read' || kind === 'glance') && heard.remaining <= RESERVE) {
      broken.push(`a read was sent with ${heard.remaining} requests left`);
    }
  }

  function hear(answer: FocusAnswer<unknown>): void {
    const { quota } = answer;
    const spent = !answer.ok && answer.error.kind === 'answered' && answer.error.status === 402;
    if (quota !== undefined) {
      const resetsAt = time.now() + quota.resetsIn * 1000;
      heard = { remaining: quota.remaining, resetsAt, jumps: time.jumps };
    } else if (spent) {
      heard = { remaining: 0, resetsAt: time.now() + PAUSE_MS, jumps: time.jumps };
    }
  }

  /** A backlog travels at once, but for the search after the poison in a bulk that was refused. */
  function checkSize(kind: RequestKind): void {
    isSmaller = (kind === 'send' || kind === 'bulk') && queued() > 0;
    if (!isSmaller) return;
    smallerAllowed -= 1;
    if (smallerAllowed < 0) broken.push(`a ${kind} left ${queued()} entries behind`);
  }

  function noteRefusal(seen: RequestSeen): void {
    const { kind, startAt, size } = seen;
    const key = keyOf(seen);
    if (key !== undefined) refused.set(key, touches(startAt ?? 0));
    if (kind === 'send' && startAt !== undefined) alone.add(startAt);
    // No more than one request for each of them.
    if (kind === 'bulk') smallerAllowed = Math.max(smallerAllowed, 0) + size;
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
      checkSize(seen.kind);
      const key = keyOf(seen);
      if (key !== undefined && refused.get(key) === touches(seen.startAt ?? 0)) {
        broken.push(`resent unchanged after a rejection: ${key}`);
      }
    },
    ended(seen, ending, answer) {
      open -= 1;
      const name = `${seen.kind} ${ending}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      // The person's own try to connect is not delivery's word about the quota where it fails.
      if (answer.ok || seen.kind !== 'probe') hear(answer);
      if (answer.ok && seen.kind === 'probe' && answer.quota === undefined) heard = undefined;
      // Held up and not answered: the same will be sent again.
      if (ending === 'failed' && isSmaller) smallerAllowed += 1;
      if (ending === 'refused') noteRefusal(seen);
    },
    count: (kind, ending) => counts.get(`${kind} ${ending}`) ?? 0,
    refusedAlone: (startAt) => alone.has(startAt),
    clientDied() {
      open = 0;
    },
  };
}
