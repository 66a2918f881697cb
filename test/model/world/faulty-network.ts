import type { Instant, Seconds } from '#contract';
import { createQuota } from '../../../src-main/demo/data/hourly-quota.ts';
import type { FocusAnswer, FocusError } from '../../../src-main/domain/focus-types.ts';
import type { Fault } from '../step.ts';
import type { VirtualTime } from './virtual-time.ts';
import { answeredWith, foreignWith, NO_ANSWER, NOT_SENT, UNREADABLE } from './wire-answers.ts';

/** `glance`: a read of something else than entries. */
export type RequestKind = 'probe' | 'read' | 'glance' | 'send' | 'bulk' | 'change' | 'bulk-change';

export type RequestSeen = {
  readonly kind: RequestKind;
  /** What a write carries, so that a repetition can be told. */
  readonly content: string | undefined;
  readonly startAt: Instant | undefined;
  /** Entries in it. */
  readonly size: number;
  /** Of creations. */
  readonly items?: readonly Item[];
};

export type Item = {
  readonly startAt?: Instant | undefined;
  readonly taskId?: number | null | undefined;
};

/** How a request ended for the client. `failed`: not its own fault. */
export type Ending = 'ok' | 'refused' | 'failed' | 'ambiguous';

export type Watch = {
  sent(request: RequestSeen): void;
  ended(request: RequestSeen, ending: Ending, answer: FocusAnswer<unknown>): void;
};

export type Refusal =
  | {
      readonly status: number;
      readonly reason: string;
      readonly culprits?: readonly number[];
    }
  | undefined;
/** What the server makes of a request that it gets to see. */
export type Work<T> = { readonly refusal: () => Refusal; readonly apply: () => T };

export type LineOptions = {
  readonly time: VirtualTime;
  readonly headers: boolean;
  readonly quota: number;
  readonly watch: Watch;
};

export type FaultyLine = {
  request<T>(seen: RequestSeen, work: Work<T>): Promise<FocusAnswer<T>>;
  readonly faults: Fault[];
  offline: boolean;
  /** The client died: answers under way reach nobody. */
  forgetClient(): void;
  readonly inFlight: boolean;
};

/** The way to the server and back, with faults, and a quota that counts like the real one. */
export function createFaultyLine({ time, headers, quota: limit, watch }: LineOptions): FaultyLine {
  const quota = createQuota(limit);
  let client = 0;
  let open = 0;
  let latest: { readonly lateMs: number; cancel: () => void; apply: () => void } | undefined;

  const reading = (): FocusAnswer<unknown>['quota'] =>
    headers ? (quota.state(time.monotonic()) as FocusAnswer<unknown>['quota']) : undefined;

  /** The server's own doing: quota first, then what is wrong with the request. */
  function serve<T>(work: Work<T>): FocusAnswer<T> {
    if (!quota.spend(time.monotonic())) {
      return { ok: false, error: answeredWith(402, 'quota spent'), quota: reading() };
    }
    const refusal = work.refusal();
    if (refusal !== undefined) {
      return {
        ok: false,
        error: answeredWith(refusal.status, refusal.reason, refusal),
        quota: reading(),
      };
    }
    return { ok: true, value: work.apply(), quota: reading() };
  }

  function meet<T>(fault: Fault | undefined, kind: RequestKind, work: Work<T>): FocusAnswer<T> {
    switch (fault?.kind) {
      case 'lost':
      case 'unreadable':
      case 'foreign':
        return unanswered(fault, work);
      case 'offline':
        return failed(NOT_SENT);
      case 'dropped':
      case 'late':
        return failed(NO_ANSWER);
      case 'retry-after': {
        const retryAfter = fault.seconds as Seconds;
        const error = answeredWith(429, 'slow down', { retryAfter });
        return { ok: false, error, quota: reading() };
      }
      case 'status':
        return refuse(fault, kind, work);
      default:
        return serve(work);
    }
  }

  /** By the server, though it may have carried it out. */
  function unanswered<T>(fault: Fault, work: Work<T>): FocusAnswer<T> {
    if (fault.kind === 'foreign') {
      if (fault.applied) serve(work);
      return failed(foreignWith(fault.status));
    }
    serve(work);
    return failed(fault.kind === 'lost' ? NO_ANSWER : UNREADABLE);
  }

  function refuse<T>(
    { status, applied }: Extract<Fault, { readonly kind: 'status' }>,
    kind: RequestKind,
    work: Work<T>,
  ): FocusAnswer<T> {
    if (status >= 500) {
      if (applied) serve(work);
      return failed(answeredWith(status, 'trouble'));
    }
    if (!quota.spend(time.monotonic())) return serve(work);
    // A server that denies an entry it holds cannot be served right by anyone.
    const isChange = kind === 'change' || kind === 'bulk-change';
    const honest = isChange && status === 404 ? 422 : status;
    return { ok: false, error: answeredWith(honest, 'no'), quota: reading() };
  }

  function request<T>(seen: RequestSeen, work: Work<T>): Promise<FocusAnswer<T>> {
    watch.sent(seen);
    open += 1;
    const mine = client;
    const fault: Fault | undefined = line.offline ? { kind: 'offline' } : line.faults.shift();
    const answer = meet(fault, seen.kind, work);
    const ms = fault !== undefined && 'ms' in fault ? fault.ms : 0;
    if (fault?.kind === 'late') applyLater(ms, fault.lateMs, () => void serve(work));
    return new Promise((resolve) => {
      function give(): void {
        if (mine !== client) return;
        open -= 1;
        latest = undefined;
        watch.ended(seen, endingOf(answer), answer);
        resolve(answer);
      }
      if (ms === 0) give();
      else time.after(ms, give);
    });
  }

  function applyLater(ms: number, lateMs: number, apply: () => void): void {
    latest = { lateMs, apply, cancel: time.after(ms + lateMs, apply) };
  }

  const line: FaultyLine = {
    request,
    faults: [],
    offline: false,
    forgetClient() {
      client += 1;
      open = 0;
      if (latest === undefined) return;
      // What the dead client had sent arrives as late after its death as it would have after its patience.
      latest.cancel();
      time.after(latest.lateMs, latest.apply);
      latest = undefined;
    },
    get inFlight() {
      return open > 0;
    },
  };
  return line;
}

function failed(error: FocusError): FocusAnswer<never> {
  return { ok: false, error, quota: undefined };
}

function endingOf(answer: FocusAnswer<unknown>): Ending {
  if (answer.ok) return 'ok';
  const { error, quota } = answer;
  if (error.applied === 'maybe') return 'ambiguous';
  if (error.kind === 'not-sent') return 'failed';
  const waits = [401, 429].includes(error.status);
  const spent = error.status === 402 && (quota === undefined || quota.remaining <= 0);
  return waits || spent ? 'failed' : 'refused';
}
