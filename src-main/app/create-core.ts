import type { AppError } from '#contract';
import type { DeliveryPolicy } from '../domain/policy.ts';
import { createAccountService, type AccountPorts, type AccountService } from './account.ts';
import { createCommands } from './commands.ts';
import { createLiveState, type LiveState } from './connection.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import { createElsewhere } from './elsewhere.ts';
import { createEntryCheck } from './entry-check.ts';
import { createExport } from './export.ts';
import { createHolds, type Holds } from './holds.ts';
import { createLane, type Lane } from './lane.ts';
import { createMender, type Mender } from './mender.ts';
import type { Ids, Random, SaveText, Timers } from './ports.ts';
import { createReadGuard } from './read-guard.ts';
import { createReader, type Reader } from './reader.ts';
import { createReads } from './reads.ts';
import { createSearch } from './search.ts';
import { createShow } from './show.ts';
import type { Stint } from './stint.ts';
import { createTasks } from './tasks.ts';
import { createTracker } from './tracker.ts';
import { createViewState, type ViewState } from './view-state.ts';

export type CorePorts = Omit<AccountPorts, 'live' | 'lane' | 'holds' | 'tracker'> & {
  readonly timers: Timers;
  readonly random: Random;
  readonly ids: Ids;
  readonly policy: DeliveryPolicy;
  readonly saveText: SaveText;
};

/** The parts of the core, as far as its facade needs them. */
export type Core = {
  readonly live: LiveState;
  readonly view: ViewState;
  readonly lane: Lane;
  readonly holds: Holds;
  readonly delivery: Delivery;
  readonly reader: Reader;
  readonly account: AccountService;
  readonly mender: Mender;
  readonly command: Stint['command'];
  readonly search: Stint['search'];
};

/** Makes the parts and hands them to each other; `announce` is called after each change. */
export function createCore(ports: CorePorts, announce: () => void): Core {
  let revision = 0;
  function changed(): void {
    revision += 1;
    announce();
  }
  const live = createLiveState(() => {
    if (live.get().connection === undefined) {
      mender.forget();
      reader.cancelRead();
    }
    changed();
  });
  const view = createViewState(changed);
  const lane = createLane(changed);
  const shared = { ...ports, live, view, lane, changed };
  const tracker = createTracker(shared);
  const holds = createHolds(shared);
  const guard = createReadGuard({ ...shared, holds });
  const asking = { ...shared, tracker, holds, guard };
  const reader = createReader(asking);
  const delivery = createDelivery({ ...asking, reader });
  const account = createAccountService(asking);
  const mender = createMender(asking);
  const reads = createReads({
    ...asking,
    reader,
    delivery,
    check: createEntryCheck(asking),
    elsewhere: createElsewhere(asking),
  });
  const command = createCommands({
    ...asking,
    account,
    mend: ({ id }, wanted) => mender.carryOut(id, wanted),
    show: createShow(shared),
    read: (connection, wanted) => reads.carryOut(connection, wanted),
    task: createTasks({ ...asking, reader }),
    exportCsv: createExport({ ...shared, readRange: (range) => reads.readRange(range) }),
    wake: () => delivery.wake(),
    connected: () => quietly(reads.afterConnect(), ports),
  });
  return {
    live,
    view,
    lane,
    holds,
    delivery,
    reader,
    account,
    mender,
    command,
    search: createSearch({ ...shared, revision: () => revision }),
  };
}

/** Nobody waits for it: what it could not read is read when somebody asks. */
function quietly(work: Promise<AppError | undefined>, { log }: CorePorts): void {
  work.catch((error: unknown) => log('error', 'account not read', { detail: String(error) }));
}
