import type { FocusAnswer } from '../../src-main/domain/focus.ts';
import type { Ending, RequestKind, RequestSeen, Watch } from './broken-focus.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Reads leave so many requests of the hour to writes. */
const RESERVE = 5;
/** A 402 that names no time is believed for a quarter of an hour. */
const PAUSE_MS = 900_000;

export type Ledger = Watch & {
  readonly broken: readonly string[];
  readonly total: number;
  count(kind: RequestKind, ending: Ending): number;
  /** The client died; what it had heard of the quota is on its disk. */
  clientDied(): void;
};

type Heard = { readonly remaining: number; readonly resetsAt: number; readonly jumps: number };

/** Watches every request as it passes and writes down each promise that it breaks. */
export function createLedger(time: VirtualTime, touches: (startAt: number) => number): Ledger {
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
    else if (kind === 'read' && heard.remaining <= RESERVE) {
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
      const key = keyOf(seen);
      if (key !== undefined && ending === 'refused') refused.set(key, touches(seen.startAt ?? 0));
    },
    count: (kind, ending) => counts.get(`${kind} ${ending}`) ?? 0,
    clientDied() {
      open = 0;
    },
  };
}
