import type { FocusApi } from '../../src-main/app/ports/focus-api.ts';
import { createQuota, type Quota } from '../../src-main/demo/data/hourly-quota.ts';
import type { Random } from '../../src-main/demo/seed/seeded-random.ts';
import type {
  FocusAnswer,
  FocusEntry,
  FocusError,
  NewEntry,
  QuotaReading,
} from '../../src-main/domain/focus-types.ts';
import type { Timeline } from '../support/core/timeline.ts';
import { listing } from '../support/values.ts';

export type ServerOptions = {
  readonly timeline: Timeline;
  readonly random: Random;
  /** Requests a second. */
  readonly capacity: number;
  readonly outage: { readonly startAt: number; readonly endAt: number };
  /** What an outage looks like from outside: refused connections, 503 of a proxy, both and silence. */
  readonly outageKind: OutageKind;
};

export const OUTAGE_KINDS = ['refused', '503', 'mixed'] as const;
export type OutageKind = (typeof OUTAGE_KINDS)[number];

export type OverloadedServer = {
  /** One account of its own on the server, on the free plan. */
  connect(): ServedAccount;
  /** When each request arrived since the end of the outage, in milliseconds after it. */
  readonly arrivals: readonly number[];
  /** How many of those were carried out in time; the others met an overloaded server. */
  served(): number;
  /** When the last entry was carried out. */
  lastCreatedAt(): number;
};

export type ServedAccount = {
  readonly api: FocusApi;
  /** Starts of the entries that the server holds, in the order they were carried out. */
  starts(): readonly number[];
};

type Created = (NewEntry & { readonly taskId: number | undefined })[];
type Apply<T> = () => T;
type Trouble = 'refused' | '503' | 'silent' | 'late';

const LATENCY_MS = 40;
/** A request that has to wait longer than this for its turn is not let in. */
const QUEUE_MS = 1_000;
/** What the real client waits for an answer. */
const CLIENT_TIMEOUT_MS = 30_000;
/** A request that hung may be carried out so long after its client gave it up. */
const AFTERMATH_MS = 9_000;
const FREE_PLAN = 30;

/**
 * A server that takes so many requests a second, one after the other, and behaves badly beyond that:
 * a request too many is refused, answered 503, or hangs until its client gives up; half of those
 * that hang are carried out nonetheless, some of them after the client gave up.
 */
export function createOverloadedServer(options: ServerOptions): OverloadedServer {
  const { timeline, random, capacity, outage } = options;
  const arrivals: number[] = [];
  let freeAt = outage.endAt;
  let served = 0;
  let created = 0;
  let lastAt = outage.endAt;

  function later<T>(ms: number, value: () => T): Promise<T> {
    return new Promise((resolve) => timeline.after(ms, () => resolve(value())));
  }

  function troubleNow(): Trouble | undefined {
    const now = timeline.now();
    if (now < outage.startAt) return undefined;
    if (now < outage.endAt) return duringOutage(options.outageKind, random());
    arrivals.push(now - outage.endAt);
    if (freeAt - now < QUEUE_MS) return undefined;
    return TROUBLES[Math.floor(random() * TROUBLES.length)];
  }

  function fail(trouble: Trouble, apply: Apply<unknown>): Promise<FocusAnswer<never>> {
    if (trouble === 'refused') return later(LATENCY_MS, () => failure(REFUSED));
    if (trouble === '503') return later(LATENCY_MS, () => failure(BUSY));
    if (trouble === 'late') {
      timeline.after(random() * (CLIENT_TIMEOUT_MS + AFTERMATH_MS), () => void apply());
    }
    return later(CLIENT_TIMEOUT_MS, () => failure(NO_ANSWER));
  }

  function request<T>(quota: Quota, apply: Apply<T>): Promise<FocusAnswer<T>> {
    const trouble = troubleNow();
    if (trouble !== undefined) return fail(trouble, apply);
    const now = timeline.now();
    freeAt = Math.max(now, freeAt) + 1_000 / capacity;
    served += 1;
    return later(freeAt - now + LATENCY_MS, () => {
      const mayPass = quota.spend(timeline.now());
      const reading = quota.state(timeline.now()) as QuotaReading;
      return mayPass
        ? { ok: true, value: apply(), quota: reading }
        : { ok: false, error: QUOTA_SPENT, quota: reading };
    });
  }

  return {
    arrivals,
    served: () => served,
    lastCreatedAt: () => lastAt,
    connect() {
      const quota = createQuota(FREE_PLAN);
      const held: FocusEntry[] = [];
      function create(entries: Created): FocusEntry[] {
        const made = entries.map((entry, index) => entryOf(entry, created + index + 1));
        held.push(...made);
        created += made.length;
        lastAt = timeline.now();
        return made;
      }
      const api = withRoutes({
        createTaskEntry: (taskId, entry) => request(quota, () => create([{ ...entry, taskId }])[0]),
        createEntries: (entries) => request(quota, () => void create([...entries])),
        streamEntries: ({ fromAt, toAt }) =>
          request(quota, () =>
            listing(held.filter(({ startAt = 0 }) => startAt >= fromAt && startAt <= toAt)),
          ),
      });
      return { api, starts: () => held.map(({ startAt = 0 }) => startAt) };
    },
  };
}

const TROUBLES: readonly Trouble[] = ['refused', '503', 'silent', 'late'];

function duringOutage(kind: OutageKind, random: number): Trouble {
  if (kind !== 'mixed') return kind;
  if (random < 0.45) return 'refused';
  return random < 0.9 ? '503' : 'silent';
}

function withRoutes(routes: Partial<FocusApi>): FocusApi {
  return new Proxy(routes as FocusApi, {
    get(target, name) {
      if (Object.hasOwn(target, name)) return Reflect.get(target, name) as unknown;
      throw new Error(`nobody expected a request by ${String(name)}`);
    },
  });
}

function entryOf({ startAt, seconds, type, taskId, description }: Created[number], id: number) {
  return {
    id,
    startAt,
    seconds,
    type,
    taskId,
    description,
    projectId: undefined,
    timeBlockId: undefined,
    plannedStartAt: undefined,
    plannedSeconds: undefined,
    createdAt: undefined,
    updatedAt: undefined,
    archivedAt: undefined,
    deletedAt: undefined,
    task: undefined,
  } satisfies FocusEntry;
}

const REFUSED: FocusError = {
  kind: 'not-sent',
  applied: 'no',
  cause: 'network',
  detail: 'refused',
};
const NO_ANSWER: FocusError = { kind: 'no-answer', applied: 'maybe', detail: 'timeout' };
const BUSY = answered(503, 'maybe');
const QUOTA_SPENT = answered(402, 'no');

function answered(status: number, applied: 'no' | 'maybe'): FocusError {
  return {
    kind: 'answered',
    applied,
    status,
    code: undefined,
    reason: '',
    requiredFields: [],
    traceId: undefined,
    retryAfter: undefined,
  };
}

function failure(error: FocusError): FocusAnswer<never> {
  return { ok: false, error, quota: undefined };
}
