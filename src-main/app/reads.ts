import type { AppError, Outcome, ReadCommand, Result } from '#contract';
import type { Connection } from './connection.ts';
import type { Delivery } from './delivery.ts';
import type { Elsewhere } from './elsewhere.ts';
import type { EntryCheck } from './entry-check.ts';
import type { Holds } from './holds.ts';
import type { Lane } from './lane.ts';
import type { AccountId, Clock, Day } from './ports.ts';
import type { Asking, ReadGuard } from './read-guard.ts';
import type { Reader } from './reader.ts';
import { DONE, refuse } from './results.ts';
import { rangeOf, scopeOf, today } from './scope.ts';
import { FIRST_PAGE, type ViewState } from './view-state.ts';

export type ReadPorts = {
  readonly clock: Clock;
  readonly lane: Lane;
  readonly holds: Holds;
  readonly guard: ReadGuard;
  readonly view: ViewState;
  readonly reader: Reader;
  readonly delivery: Delivery;
  readonly check: EntryCheck;
  readonly elsewhere: Elsewhere;
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
        case 'sync/now':
          ports.holds.release();
          delivery.wake();
          return asResult(
            await run(
              (connection) => reader.readTasks(connection),
              unlessCancelled(shown.all),
              planOfToday,
              settings,
            ),
          );
        case 'read/shown':
          return asResult(await run(unlessCancelled(shown.all)));
        case 'read/cancel':
          cancel();
          return DONE;
        case 'read/page':
          return asResult(await run((connection) => shown.page(connection, command.archived)));
        case 'read/plan':
          return asResult(await run(shown.plan, shown.trackedOnPlan));
        case 'entry/check':
          return checkEntry(ports, command.entryId);
        default:
          return elsewhere(ports, run, { id, type: command.type });
      }
    },
  };
}

/** The first failure ends it; each job asks the connection of its own moment. */
function createRun({ lane, guard }: ReadPorts): Run {
  return (...jobs) =>
    lane.run(async () => {
      for (const job of jobs) {
        const asking = guard.asking();
        if (!asking.ok) return asking.error;
        const failed = await job(asking.value);
        if (failed !== undefined) return failed;
      }
      return undefined;
    });
}

/** Gives up reads of ranges: the one under way, and those that still stand in line. */
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

function checkEntry({ lane, guard, check }: ReadPorts, entryId: string): Promise<Result<Outcome>> {
  return lane.run(async () => {
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
    case 'elsewhere/take-over':
      return asResult(await run((connection) => ports.elsewhere.takeOver(connection)));
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
      const scope = scopeOf(view.get(connection.id).shown, clock);
      return scope.of === 'task'
        ? reader.readPage(connection, scope, FIRST_PAGE)
        : reader.readRange(connection, scope.range);
    },
    page(connection, archived) {
      const { shown, cursor } = view.get(connection.id);
      const isSame = cursor.archived === archived;
      const from = isSame ? cursor : { archived, nextPage: 1 };
      return reader.readPage(connection, scopeOf(shown, clock), from);
    },
    plan: (connection) => reader.readPlan(connection, shownTo(connection)),
    trackedOnPlan: (connection) => reader.readTrackedOnPlan(connection, shownTo(connection)),
  };
}
