import type { AppError, Outcome, ReadCommand, Result } from '#contract';
import type { Connection } from './state/connection-and-live-state.ts';
import type { Delivery } from './sync/delivery-loop.ts';
import type { RemoteTimer } from './read/look-for-and-take-over-remote-timer.ts';
import type { EntryCheck } from './read/check-one-entry.ts';
import type { Pauses } from './requests/pauses.ts';
import type { RequestQueue } from './requests/request-queue.ts';
import type { AccountId, Clock, Day } from './ports/ports.ts';
import type { Asking, ReadGuard } from './requests/may-read.ts';
import type { Reader } from './read/reader.ts';
import { DONE, refuse } from './ports/results.ts';
import { rangeOf, selectionOf, today } from './state/shown-range.ts';
import type { Tracker } from './entries/tracker.ts';
import { FIRST_PAGE, type ViewState } from './state/view-state.ts';

export type ReadPorts = {
  readonly clock: Clock;
  readonly requestQueue: RequestQueue;
  readonly pauses: Pauses;
  readonly tracker: Tracker;
  readonly guard: ReadGuard;
  readonly view: ViewState;
  readonly reader: Reader;
  readonly delivery: Delivery;
  readonly check: EntryCheck;
  readonly elsewhere: RemoteTimer;
};

export type Reads = {
  carryOut(connection: Connection, command: ReadCommand): Promise<Result<Outcome>>;
  /** What a fresh connection wants to know. */
  afterConnect(): Promise<AppError | undefined>;
  /** All of a range afresh. */
  readRange(range: Day): Promise<AppError | undefined>;
};

type Job = (connection: Asking) => Promise<AppError | undefined>;
type Run = (...jobs: readonly Job[]) => Promise<AppError | undefined>;

/** Reads that a person asks for, one request after the other, behind what waits to be sent. */
export function createReads(ports: ReadPorts): Reads {
  const { clock, delivery, reader } = ports;
  const run = createRun(ports);
  const planOfToday: Job = async (connection) =>
    orNoPlan(await reader.readPlan(connection, today(clock)));
  const readTasks: Job = (connection) => reader.readTasks(connection);
  const settings: Job = (connection) => reader.readSettings(connection);
  const shown = createShownJobs(ports);
  const { cancel, unlessCancelled } = createCancelling(reader);

  return {
    readRange: (range) => run(unlessCancelled((connection) => reader.readRange(connection, range))),
    afterConnect() {
      delivery.wake();
      const day: Job = (connection) => reader.readRange(connection, today(clock));
      return run(day, settings, planOfToday);
    },
    async carryOut({ id }, command) {
      switch (command.type) {
        case 'sync/now': {
          const endAllowance = ports.pauses.allowOne();
          ports.tracker.tryBlocked(id);
          reader.doubtTags(id);
          delivery.wake();
          const everything = [readTasks, unlessCancelled(shown.all), planOfToday, settings];
          return asResult(await run(...everything).finally(endAllowance));
        }
        case 'sync/again':
          ports.tracker.sendAgain(id, command.entryIds);
          ports.pauses.release();
          delivery.wake();
          return DONE;
        case 'read/shown':
          return asResult(await run(unlessCancelled(shown.all)));
        case 'read/cancel':
          cancel();
          return DONE;
        case 'read/page':
          return asResult(await run((connection) => shown.page(connection, command.archived)));
        case 'read/plan':
          return asResult(await run(shown.plan, shown.trackedOnPlan));
        case 'read/tags':
          return offerTags(ports, run, { id, taskId: command.taskId });
        case 'read/workspace-name':
          await run((connection) => reader.readWorkspaceName(connection));
          return DONE;
        case 'entry/check':
          return checkEntry(ports, command.entryId);
        default:
          return elsewhere(ports, run, { id, type: command.type });
      }
    },
  };
}

/** The first failure ends it; each job asks the connection of its own moment. */
function createRun({ requestQueue, guard }: ReadPorts): Run {
  return (...jobs) =>
    requestQueue.run(async () => {
      for (const job of jobs) {
        const asking = guard.asking();
        if (!asking.ok) return asking.error;
        const failed = await job(asking.value);
        if (failed !== undefined) return failed;
      }
      return undefined;
    });
}

/** Gives up reads of ranges: the one under way, and those that still wait in the queue. */
function createCancelling(reader: Reader): {
  readonly cancel: () => void;
  /** The job as it is asked for now. */
  readonly unlessCancelled: (job: Job) => Job;
} {
  let cancels = 0;
  return {
    cancel() {
      cancels += 1;
      reader.cancelRead();
    },
    unlessCancelled(job) {
      const before = cancels;
      return async (connection) => (cancels === before ? job(connection) : { kind: 'cancelled' });
    },
  };
}

async function offerTags(
  { reader }: ReadPorts,
  run: Run,
  { id, taskId }: { readonly id: AccountId; readonly taskId: number | undefined },
): Promise<Result<Outcome>> {
  const isKnown = reader.knowsTags(id);
  const failed = isKnown ? undefined : await run((connection) => reader.readTags(connection));
  const tags = reader.offeredTags(id, taskId);
  if (tags === undefined) return refuse(failed ?? { kind: 'unexpected-answer' });
  return { ok: true, value: { tags } };
}

function checkEntry(
  { requestQueue, guard, check }: ReadPorts,
  entryId: string,
): Promise<Result<Outcome>> {
  return requestQueue.run(async () => {
    const asking = guard.asking();
    return asking.ok ? check(asking.value, entryId) : asking;
  });
}

async function elsewhere(
  ports: ReadPorts,
  run: Run,
  {
    id,
    type,
  }: { readonly id: AccountId; readonly type: `elsewhere/${'look' | 'take-over' | 'leave'}` },
): Promise<Result<undefined>> {
  switch (type) {
    case 'elsewhere/look':
      await run((connection) => ports.elsewhere.look(connection));
      return DONE;
    case 'elsewhere/take-over': {
      // Others may stand before it in the queue.
      const pressedAt = ports.clock.now();
      return asResult(await run((connection) => ports.elsewhere.takeOver(connection, pressedAt)));
    }
    case 'elsewhere/leave':
      ports.view.set(id, { elsewhereLeft: true });
      return DONE;
  }
}

function asResult(failed: AppError | undefined): Result<undefined> {
  return failed === undefined ? DONE : refuse(failed);
}

/** Not every plan and every role of Toggl's has time blocks: whoever did not ask for them hears nothing of that. */
function orNoPlan(failed: AppError | undefined): AppError | undefined {
  switch (failed?.kind) {
    case 'plan-limit':
    case 'organization-forbidden':
    case 'workspace-not-found':
    case 'refused':
      return undefined;
    default:
      return failed;
  }
}

/** Reads of what the popup looks at when their turn comes. */
function createShownJobs({ clock, view, reader }: ReadPorts): {
  readonly all: Job;
  page(connection: Asking, archived: boolean | undefined): Promise<AppError | undefined>;
  readonly plan: Job;
  readonly trackedOnPlan: Job;
} {
  const shownTo = ({ id }: Asking): Day => rangeOf(view.get(id).shown, clock);
  return {
    all(connection) {
      const selection = selectionOf(view.get(connection.id).shown, clock);
      return selection.of === 'task'
        ? reader.readPage(connection, selection, FIRST_PAGE)
        : reader.readRange(connection, selection.range);
    },
    page(connection, archived) {
      const { shown, cursor } = view.get(connection.id);
      const isSame = cursor.archived === archived;
      const from = isSame ? cursor : { archived, nextPage: 1 };
      return reader.readPage(connection, selectionOf(shown, clock), from);
    },
    plan: (connection) => reader.readPlan(connection, shownTo(connection)),
    trackedOnPlan: (connection) => reader.readTrackedOnPlan(connection, shownTo(connection)),
  };
}
