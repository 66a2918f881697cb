import type { Snapshot } from '#contract';
import type { DeliveryPolicy } from '../domain/policy.ts';
import { createAccountService, type AccountPorts, type AccountService } from './account.ts';
import { createCommands } from './commands.ts';
import { createLiveState, type LiveState } from './connection.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import { createHolds, type Holds } from './holds.ts';
import { createLane, type Lane } from './lane.ts';
import type { Ids, Random, Timers } from './ports.ts';
import { present } from './present.ts';
import { createReader } from './reader.ts';
import { createRefresh } from './refresh.ts';
import { search } from './search.ts';
import type { Stint } from './stint.ts';
import { createTracker } from './tracker.ts';

export type StintPorts = Omit<AccountPorts, 'live' | 'lane' | 'holds' | 'tracker'> & {
  readonly timers: Timers;
  readonly random: Random;
  readonly ids: Ids;
  readonly policy: DeliveryPolicy;
  /** Shown while nothing newer is to be told: what the start itself came upon. */
  readonly notice?: Snapshot['notice'];
};

type Core = {
  readonly live: LiveState;
  readonly lane: Lane;
  readonly holds: Holds;
  readonly delivery: Delivery;
  readonly account: AccountService;
  readonly command: Stint['command'];
};

/** A request or command that is under way when the app quits gets so long to end. */
const LAST_ANSWER_MS = 2_000;

/** The core over an open store, which it closes when it is disposed of. */
export function createStint(ports: StintPorts): Stint {
  const { store, clock, timers, log } = ports;
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let revision = 0;
  let disposed = false;
  const core = createCore(ports, changed);
  const commands = watchCommands(core.command);
  store.purgeRemoved();

  function changed(): void {
    if (disposed) return;
    revision += 1;
    try {
      const next = snapshot();
      for (const listener of listeners) listener(next);
    } catch (error) {
      log('error', 'snapshot not pushed', {
        error: error instanceof Error ? error.name : typeof error,
      });
    }
  }

  function snapshot(): Snapshot {
    const at = clock.now();
    const current = core.live.get();
    const live = { ...current, notice: current.notice ?? ports.notice };
    const hold = live.connection && core.holds.current(live.connection.id);
    return present(store, {
      revision,
      at,
      day: clock.dayOf(at),
      live,
      hold,
      busy: core.lane.busy(),
    });
  }

  restoreAccount(core, log);

  return {
    snapshot,
    command: commands.carryOut,
    search: (wanted) => search(store, core.live, wanted),
    onSnapshot(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wake() {
      core.holds.releaseOffline();
      core.delivery.wake();
    },
    async dispose() {
      core.delivery.dispose();
      const patience = new Promise<void>((resolve) => timers.after(LAST_ANSWER_MS, resolve));
      // The keychain may be taking a new key at this very moment.
      await Promise.race([Promise.allSettled([core.lane.idle(), commands.idle()]), patience]);
      disposed = true;
      listeners.clear();
      store.close();
      await ports.demo.stop();
    },
  };
}

function restoreAccount({ account, delivery }: Core, log: StintPorts['log']): void {
  account
    .restore()
    .then(() => delivery.wake())
    .catch((error: unknown) => log('error', 'account not restored', { detail: String(error) }));
}

/** Carries commands out and knows when none is under way any more. */
function watchCommands(command: Stint['command']): {
  readonly carryOut: Stint['command'];
  readonly idle: () => Promise<unknown>;
} {
  const open = new Set<ReturnType<Stint['command']>>();
  return {
    carryOut(wanted) {
      const result = command(wanted);
      open.add(result);
      return result.finally(() => open.delete(result));
    },
    idle: () => Promise.allSettled(open),
  };
}

function createCore(ports: StintPorts, changed: () => void): Core {
  const live = createLiveState(changed);
  const lane = createLane(changed);
  const shared = { ...ports, live, lane, changed };
  const tracker = createTracker(shared);
  const holds = createHolds(shared);
  const reader = createReader({ ...shared, tracker, holds });
  const delivery = createDelivery({ ...shared, tracker, holds, reader });
  const account = createAccountService({ ...shared, tracker, holds });
  const refresh = createRefresh({ live, lane, reader, delivery });
  const command = createCommands({
    ...shared,
    tracker,
    account,
    wake: () => delivery.wake(),
    connected() {
      refresh('readToday').catch((error: unknown) =>
        ports.log('error', 'today not read', { detail: String(error) }),
      );
    },
    refresh() {
      holds.release();
      return refresh('readTasks', 'readToday');
    },
  });
  return { live, lane, holds, delivery, account, command };
}
