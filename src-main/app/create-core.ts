import type { AppError } from '#contract';
import {
  systemRegion as readSystemRegion,
  type SystemRegion,
} from '../domain/locale/computer-region.ts';
import type { SystemLocales } from '../domain/locale/locales-from-environment.ts';
import type { DeliveryPolicy } from '../domain/sync/delivery-policy.ts';
import {
  createAccountService,
  type AccountPorts,
  type AccountService,
} from './account/connect-restore-unlock.ts';
import { createPresenceWatch, type PresenceWatch } from './away/watch-presence.ts';
import { createCommands } from './commands.ts';
import { createLiveState, type LiveState } from './state/connection-and-live-state.ts';
import { createDelivery, type Delivery } from './sync/delivery-loop.ts';
import { createDrafts, type Drafts } from './state/unsaved-drafts.ts';
import { createRemoteTimer } from './read/look-for-and-take-over-remote-timer.ts';
import { createEntryCheck } from './read/check-one-entry.ts';
import { createExport } from './view/export-csv.ts';
import { createPauses, type Pauses } from './requests/pauses.ts';
import { createRequestQueue, type RequestQueue } from './requests/request-queue.ts';
import { createEditService, type EditService } from './edit/edit-undo-redo.ts';
import type { Presence } from './ports/away/presence.ts';
import type { Ids, Random, SaveText, Timers } from './ports/ports.ts';
import { createReadGuard } from './requests/may-read.ts';
import { createReader, type Reader } from './read/reader.ts';
import { createReads } from './reads-a-person-asks-for.ts';
import { createSearch } from './view/search-tasks-and-entries.ts';
import { createShow } from './view/show-commands.ts';
import type { Stint } from './stint.ts';
import { createTasks } from './tasks/create-and-pin-task.ts';
import type { PressPorts } from './entries/start-stop-presses.ts';
import { createTracker } from './entries/tracker.ts';
import { createViewState, type ViewState } from './state/view-state.ts';

export type CorePorts = Omit<
  AccountPorts,
  'live' | 'requestQueue' | 'pauses' | 'tracker' | 'drafts' | 'view'
> & {
  readonly timers: Timers;
  readonly random: Random;
  readonly ids: Ids;
  readonly policy: DeliveryPolicy;
  readonly saveText: SaveText;
  /** Asked once, when something is shown for the first time. */
  readonly systemLocales: () => SystemLocales;
  /** Undefined where nobody is to be watched while a timer runs. */
  readonly presence?: Presence | undefined;
} & Pick<PressPorts, 'slipMs'>;

/** The parts of the core, as far as its facade needs them. */
export type Core = {
  readonly live: LiveState;
  readonly view: ViewState;
  readonly requestQueue: RequestQueue;
  readonly pauses: Pauses;
  readonly delivery: Delivery;
  readonly reader: Reader;
  readonly account: AccountService;
  readonly editService: EditService;
  readonly drafts: Drafts;
  readonly watch: PresenceWatch;
  readonly command: Stint['command'];
  readonly search: Stint['search'];
  readonly systemRegion: () => SystemRegion;
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
      editService.forget();
      reader.cancelRead();
    }
    changed();
  });
  const view = createViewState(changed);
  const requestQueue = createRequestQueue(changed);
  const systemRegion = askedOnce(() => readSystemRegion(ports.systemLocales()));
  const drafts = createDrafts(ports);
  const shared = { ...ports, live, view, requestQueue, changed, systemRegion, drafts };
  const tracker = createTracker(shared);
  const pauses = createPauses(shared);
  const guard = createReadGuard({ ...shared, pauses });
  const asking = { ...shared, tracker, pauses, guard };
  const reader = createReader(asking);
  const delivery = createDelivery({ ...asking, reader });
  const account = createAccountService(asking);
  const editService = createEditService(asking);
  const watch = createPresenceWatch(asking);
  const reads = createReads({
    ...asking,
    reader,
    delivery,
    check: createEntryCheck(asking),
    elsewhere: createRemoteTimer(asking),
  });
  const parts = { live, view, requestQueue, pauses, delivery, reader, account, editService };
  const held = { ...parts, drafts, watch };
  const command = createCommands({
    ...asking,
    ...held,
    show: createShow(shared),
    read: (connection, wanted) => reads.carryOut(connection, wanted),
    task: createTasks({ ...asking, reader, editService }),
    exportCsv: createExport({ ...shared, readRange: (range) => reads.readRange(range) }),
    wake: () => delivery.wake(),
    retryKey: () => pauses.retryKey(),
    connected: () => quietly(reads.afterConnect(), ports),
  });
  const search = createSearch({ ...shared, revision: () => revision });
  return { ...held, command, search, systemRegion };
}

function askedOnce<T>(ask: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => (answer ??= { value: ask() }).value;
}

/** Nobody waits for it: what it could not read is read when somebody asks. */
function quietly(work: Promise<AppError | undefined>, { log }: CorePorts): void {
  work.catch((error: unknown) => log('error', 'account not read', { detail: String(error) }));
}
