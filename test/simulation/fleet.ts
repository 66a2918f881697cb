import type { Instant, TaskView } from '#contract';
import { accountId, createLiveState } from '../../src-main/app/state/connection-and-live-state.ts';
import { createDelivery, type Delivery } from '../../src-main/app/sync/delivery-loop.ts';
import { createPauses } from '../../src-main/app/requests/pauses.ts';
import { createRequestQueue } from '../../src-main/app/requests/request-queue.ts';
import type { Account, LogLevel, Store } from '../../src-main/app/ports/ports.ts';
import { createReadGuard } from '../../src-main/app/requests/may-read.ts';
import { createReader } from '../../src-main/app/read/reader.ts';
import { createTracker, type Tracker } from '../../src-main/app/entries/tracker.ts';
import { createViewState } from '../../src-main/app/state/view-state.ts';
import {
  between,
  createSeededRandom,
  type Random,
} from '../../src-main/demo/seed/seeded-random.ts';
import {
  DELIVERY_POLICY,
  type DeliveryPolicy,
} from '../../src-main/domain/sync/delivery-policy.ts';
import { createMemoryStore } from './memory-store.ts';
import {
  createOverloadedServer,
  type OutageKind,
  type ServedAccount,
} from './overloaded-server.ts';
import { createTimeline, type Timeline } from '../support/core/timeline.ts';

export type FleetOptions = {
  readonly stints: number;
  /** Requests a second that the server can take. */
  readonly capacity: number;
  /** Each Stint finishes 1 to so many sessions during the outage. */
  readonly mostEntries: number;
  readonly outageKind: OutageKind;
  readonly seed: number;
  readonly policy?: DeliveryPolicy;
};

type Stock = {
  /** Sessions that were finished. */
  readonly entries: number;
  /** Not at the server. */
  readonly lost: number;
  /** More than once at the server. */
  readonly doubled: number;
  /** Their Stint does not know that they are delivered. */
  readonly undelivered: number;
};

export type FleetResult = Stock & {
  /** Milliseconds after the end of the outage, one for each request. */
  readonly arrivals: readonly number[];
  readonly served: number;
  /** Milliseconds from the end of the outage until the last entry was at the server. */
  readonly allDeliveredAfter: number;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START_AT = Date.parse('2026-11-24T09:00:00Z');
/** Long enough for anything that is going to be delivered. */
const PATIENCE = 4 * HOUR;
const ACCOUNT: Account = {
  kind: 'focus',
  organizationId: 1,
  workspaceId: 2,
  connectedAt: START_AT as Instant,
  secretKept: true,
};
const ID = accountId(ACCOUNT);
const TASK: TaskView = {
  id: 1,
  name: 'Task',
  projectName: undefined,
  projectColor: undefined,
  clientName: undefined,
};

type Client = {
  readonly store: Store;
  readonly tracker: Tracker;
  readonly delivery: Delivery;
  readonly served: ServedAccount;
  readonly sessions: number;
  readonly errors: readonly string[];
};

/** A fleet that loses its server for an hour, and what happens when it is back. */
export async function runFleet(options: FleetOptions): Promise<FleetResult> {
  const { seed, stints, mostEntries, policy = DELIVERY_POLICY } = options;
  const timeline = createTimeline(START_AT);
  const outage = { startAt: START_AT, endAt: START_AT + HOUR };
  const random = createSeededRandom(seed);
  const server = createOverloadedServer({ ...options, timeline, outage, random });
  const clients = Array.from({ length: stints }, () => {
    const sessions = between(random, 1, mostEntries);
    const client = createClient(server.connect(), sessions, { timeline, random, policy });
    trackThrough(outage.startAt, client, { timeline, random });
    return client;
  });
  await timeline.runUntil(outage.endAt + PATIENCE);
  const error = clients.flatMap(({ errors }) => errors)[0];
  if (error !== undefined) throw new Error(error);
  return {
    ...takeStock(clients),
    arrivals: server.arrivals,
    served: server.served(),
    allDeliveredAfter: server.lastCreatedAt() - outage.endAt,
  };
}

type World = { readonly timeline: Timeline; readonly random: Random };

/** The parts of the app that deliver, as the app wires them, over a store in memory. */
function createClient(
  served: ServedAccount,
  sessions: number,
  { timeline, random, policy }: World & { readonly policy: DeliveryPolicy },
): Client {
  const nobodyLooks = (): void => undefined;
  const store = createMemoryStore();
  const errors: string[] = [];
  const live = createLiveState(nobodyLooks);
  let lastId = 0;
  const shared = {
    store,
    clock: timeline,
    timers: timeline,
    random,
    ids: { next: () => String((lastId += 1)) },
    // Delivery would survive an error, and its figures would not be those of a sound app.
    log: (level: LogLevel, event: string, facts?: unknown) => {
      if (level === 'error') errors.push(`${event} ${JSON.stringify(facts)}`);
    },
    live,
    requestQueue: createRequestQueue(nobodyLooks),
    policy,
    changed: nobodyLooks,
  };
  const tracker = createTracker(shared);
  const pauses = createPauses(shared);
  const guard = createReadGuard({ ...shared, pauses });
  const view = createViewState(nobodyLooks);
  const reader = createReader({ ...shared, tracker, guard, view });
  const delivery = createDelivery({ ...shared, tracker, pauses, reader });
  const { api } = served;
  live.set({
    connection: { account: ACCOUNT, id: ID, secret: 'keychain', api, keyRefused: false },
  });
  return { store, tracker, delivery, served, sessions, errors };
}

/** Session after session, each begun at a moment of its own within an hour. */
function trackThrough(
  startAt: number,
  { tracker, delivery, sessions }: Client,
  { timeline, random }: World,
): void {
  // A second apart at least: what is shorter is a slip, and no session.
  const moments = Array.from({ length: sessions + 1 }, () => random() * HOUR)
    .sort((a, b) => a - b)
    .map((moment, index) => moment + index * 1_000);
  for (const [index, moment] of moments.entries()) {
    timeline.after(startAt + moment - timeline.now(), () => {
      if (index < sessions) tracker.start(ID, { task: TASK, description: undefined });
      else tracker.stop(ID);
      delivery.wake();
    });
  }
}

function takeStock(clients: readonly Client[]): Stock {
  const stock = { entries: 0, lost: 0, doubled: 0, undelivered: 0 };
  for (const { store, served, sessions } of clients) {
    const starts = served.starts();
    const distinct = new Set(starts).size;
    const known = store.entriesBetween(ID, 0 as Instant, Infinity as Instant);
    stock.entries += sessions;
    stock.lost += sessions - distinct;
    stock.doubled += starts.length - distinct;
    stock.undelivered += known.filter(({ delivery }) => delivery.state !== 'delivered').length;
  }
  return stock;
}
