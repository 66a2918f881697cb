import type { AppError, Outcome, ReadCommand, Result } from '#contract';
import type { Connection } from './connection.ts';
import type { Delivery } from './delivery.ts';
import type { Elsewhere } from './elsewhere.ts';
import type { EntryCheck } from './entry-check.ts';
import type { Holds } from './holds.ts';
import type { Lane } from './lane.ts';
import type { Clock, Day } from './ports.ts';
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
  /** All of what is shown. */
  readShown(): Promise<AppError | undefined>;
};

type Job = (connection: Asking) => Promise<AppError | undefined>;

/** Reads that a person asks for, one request after the other, behind what waits to be sent. */
export function createReads(ports: ReadPorts): Reads {
  const { lane, guard, delivery, reader, elsewhere, view } = ports;

  /** The first failure ends it; each job asks the connection of its own moment. */
  function run(...jobs: readonly Job[]): Promise<AppError | undefined> {
    return lane.run(async () => {
      for (const job of jobs) {
        const asking = guard.asking();
        if (!asking.ok) return asking.error;
        const failed = await job(asking.value);
        if (failed !== undefined) return failed;
      }
      return undefined;
    });
  }

  const shown = createShownJobs(ports);
  const plan: Job = (connection) => reader.readPlan(connection, today(ports.clock));

  const answer = async (failed: Promise<AppError | undefined>): Promise<Result<Outcome>> => {
    const error = await failed;
    return error === undefined ? DONE : refuse(error);
  };

  return {
    readShown: () => run(shown.all),
    afterConnect() {
      delivery.wake();
      return run(
        (connection) => reader.readRange(connection, today(ports.clock)),
        (connection) => reader.readSettings(connection),
        plan,
      );
    },
    async carryOut({ id }, command) {
      switch (command.type) {
        case 'sync/now':
          ports.holds.release();
          delivery.wake();
          return answer(
            run(
              (connection) => reader.readTasks(connection),
              shown.all,
              plan,
              (connection) => reader.readSettings(connection),
            ),
          );
        case 'read/shown':
          return answer(run(shown.all));
        case 'read/cancel':
          reader.cancelRead();
          return DONE;
        case 'read/page':
          return answer(run((connection) => shown.page(connection, command.archived)));
        case 'read/plan':
          return answer(run(shown.plan, shown.trackedOnPlan));
        case 'entry/check':
          return lane.run(async () => {
            const asking = guard.asking();
            return asking.ok ? ports.check(asking.value, command.entryId) : refuse(asking.error);
          });
        case 'elsewhere/look':
          await run(async (connection) => {
            await elsewhere.look(connection);
            return undefined;
          });
          return DONE;
        case 'elsewhere/take-over':
          return answer(run((connection) => elsewhere.takeOver(connection)));
        case 'elsewhere/leave':
          view.set(id, { elsewhereLeft: true });
          return DONE;
      }
    },
  };
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
