import type { AppError, Instant } from '#contract';
import { readError } from '../domain/connect-error.ts';
import type { Entry } from '../domain/entry.ts';
import type { FocusAnswer } from '../domain/focus.ts';
import type { DeliveryPolicy } from '../domain/policy.ts';
import { readsHeldUntil, spentUntil } from '../domain/quota.ts';
import { endOf } from '../domain/session.ts';
import type { Connection } from './connection.ts';
import type { FocusApi } from './focus-api.ts';
import type { Holds } from './holds.ts';
import type { Clock, Day, Log, Store } from './ports.ts';
import type { Tracker } from './tracker.ts';

type Ready = Pick<Connection, 'id'> & { readonly api: FocusApi };

/** Reads of the server: each call is one request, and none is made while the quota is spent. */
export type Reader = {
  /** One read of the window that covers all these entries, whose requests had no clear answer. */
  lookUp(connection: Ready, unknown: readonly Entry[]): Promise<AppError | undefined>;
  readToday(connection: Ready): Promise<AppError | undefined>;
  readTasks(connection: Ready): Promise<AppError | undefined>;
};

type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly tracker: Tracker;
  readonly holds: Holds;
  readonly policy: DeliveryPolicy;
};

export function createReader(ports: Ports): Reader {
  const { store, clock, log, tracker, holds, policy } = ports;

  function quotaError({ id }: Ready): AppError | undefined {
    const quota = store.quota(id);
    const spent = spentUntil(quota, clock.now());
    if (spent !== undefined) return { kind: 'quota-spent', resetsAt: spent };
    const resetsAt = readsHeldUntil(quota, clock.now());
    return resetsAt === undefined ? undefined : { kind: 'quota-reserved', resetsAt };
  }

  function failure(answer: FocusAnswer<unknown>): AppError | undefined {
    return answer.ok ? undefined : readError(answer, clock.now());
  }

  async function readEntries(connection: Ready, window: Day): Promise<AppError | undefined> {
    const { id, api } = connection;
    const graceEndedFor = (clock.now() - policy.graceMs) as Instant;
    const range = { fromAt: window.startAt, toAt: window.endAt };
    const answer = await api.streamEntries(range, { includeTaskless: true });
    store.transaction(() => {
      holds.noteRead(id, answer);
      if (!answer.ok) return;
      const { adopted, requeued } = tracker.absorb(id, {
        ...range,
        entries: answer.value,
        graceEndedFor,
      });
      const today = clock.dayOf(clock.now());
      if (covers(window, today)) store.setDayReadAt(id, clock.now());
      log('info', 'entries read', { count: answer.value.length, adopted, requeued });
    });
    return failure(answer);
  }

  return {
    lookUp(connection, unknown) {
      const window = lookUpWindow(unknown, clock.dayOf(clock.now()));
      return readEntries(connection, window);
    },
    async readToday(connection) {
      return quotaError(connection) ?? (await readEntries(connection, clock.dayOf(clock.now())));
    },
    async readTasks(connection) {
      const held = quotaError(connection);
      if (held !== undefined) return held;
      const answer = await connection.api.streamTasks();
      holds.noteRead(connection.id, answer);
      if (answer.ok) {
        store.setTaskCache(connection.id, { tasks: answer.value, readAt: clock.now() });
      }
      return failure(answer);
    },
  };
}

function covers(window: Day, day: Day): boolean {
  return window.startAt <= day.startAt && window.endAt >= day.endAt;
}

/** From the first to the last entry; the whole of today where they touch it, at the same price. */
function lookUpWindow(entries: readonly Entry[], today: Day): Day {
  const spans = entries.map((entry) => entry.sent ?? entry);
  const startAt = Math.min(...spans.map((span) => span.startAt)) as Instant;
  const endAt = Math.max(...spans.map(endOf)) as Instant;
  if (endAt <= today.startAt || startAt >= today.endAt) return { startAt, endAt };
  return {
    startAt: Math.min(startAt, today.startAt) as Instant,
    endAt: Math.max(endAt, today.endAt) as Instant,
  };
}
