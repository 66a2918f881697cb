import type { Snapshot } from '#contract';
import { createCore, type Core, type CorePorts } from './create-core.ts';
import { present, type Scene } from './present.ts';
import type { Stint } from './stint.ts';
import { FIRST_VIEW } from './view-state.ts';

export type StintPorts = CorePorts & {
  /** Shown while nothing newer is to be told: what the start itself came upon. */
  readonly notice?: Snapshot['notice'];
};

/** A request or command that is under way when the app quits gets so long to end. */
const LAST_ANSWER_MS = 2_000;

/** The core over an open store, which it closes when it is disposed of. */
export function createStint(ports: StintPorts): Stint {
  const { store, timers, log } = ports;
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let revision = 0;
  let pushing = false;
  let disposed = false;
  const core = createCore(ports, changed);
  const commands = watchCommands(core.command);
  store.purgeRemoved();

  /** Several changes of one moment are pushed as one. */
  function changed(): void {
    if (!pushing) queueMicrotask(push);
    pushing = true;
  }

  function push(): void {
    pushing = false;
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
    return present(store, { ...sceneOf(core, ports), revision });
  }

  restoreAccount(core, log);

  return {
    snapshot,
    command: commands.carryOut,
    search: core.search,
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
      core.reader.cancelRead();
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

function sceneOf(core: Core, { clock, notice }: StintPorts): Omit<Scene, 'revision'> {
  const at = clock.now();
  const live = core.live.get();
  const id = live.connection?.id;
  return {
    at,
    day: clock.dayOf(at),
    live: { ...live, notice: live.notice ?? notice },
    hold: id && core.holds.current(id),
    busy: core.lane.busy(),
    view: id === undefined ? FIRST_VIEW : core.view.get(id),
    undo: id && core.mender.undo(id),
    redo: id && core.mender.redo(id),
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
