import type { Snapshot, SystemView } from '#contract';
import { type Calendar, createCalendar } from './view/day-and-zone-change.ts';
import { createCore, type Core, type CorePorts } from './create-core.ts';
import { present, presentUnread, type Scene } from './view/snapshot.ts';
import { createLastGoodSnapshot } from './view/last-good-snapshot.ts';
import { createPushing } from './view/push-snapshots.ts';
import type { Stint } from './stint.ts';
import { FIRST_VIEW } from './state/view-state.ts';
import { LAST_ANSWER_MS, watchCommands } from './finish-commands-at-quit.ts';

export type StintPorts = CorePorts & {
  /** Shown while nothing newer is to be told: what the start itself came upon. */
  readonly notice?: () => Snapshot['notice'];
};

/** The core over an open store, which it closes when it is disposed of. */
export function createStint(ports: StintPorts): Stint {
  const { store, timers, log } = ports;
  let system: SystemView = { iconMissing: false, startsWithSystem: false };
  let quitAsked = false;
  const pushing = createPushing(() => snapshots.take(), log);
  const core = createCore(ports, pushing.changed);
  const calendar = createCalendar({ ...ports, view: core.view, changed: pushing.changed });
  const desk = () => ({ revision: pushing.revision(), system });
  const snapshots = createLastGoodSnapshot({
    read() {
      const { notice, ...read } = present(store, { ...sceneOf(core, ports), ...desk() });
      // Asked last, for reading itself may come upon something.
      return { ...read, notice: notice ?? ports.notice?.() };
    },
    showFirst: () => showFirst(core),
    known: (last) => presentUnread(store, { ...unreadScene(core, ports), ...desk() }, last),
    log,
  });
  const commands = watchCommands((command) => {
    // The person looks elsewhere now, or tries once more.
    if (command.type.startsWith('show/')) snapshots.endTelling();
    return core.command(command);
  });
  store.purgeRemoved();
  restoreAccount(core, log);

  return {
    snapshot: () => snapshots.take(),
    command: commands.carryOut,
    search: core.search,
    onSnapshot: pushing.onSnapshot,
    system(changed) {
      system = { ...system, ...changed };
      pushing.changed();
    },
    lookAtClock: () => calendar.look(),
    wake: () => wakeUp(core, calendar),
    storeDrafts: () => core.drafts.store(),
    quitAsked() {
      quitAsked = true;
    },
    async dispose() {
      core.watch.dispose(quitAsked);
      core.drafts.store();
      calendar.dispose();
      core.delivery.dispose();
      core.reader.cancelRead();
      const patience = new Promise<void>((resolve) => timers.after(LAST_ANSWER_MS, resolve));
      // The keychain may be taking a new key at this very moment.
      await Promise.race([
        Promise.allSettled([core.requestQueue.idle(), commands.idle()]),
        patience,
      ]);
      pushing.end();
      store.close();
      await ports.demo.stop();
    },
  };
}

function wakeUp({ pauses, delivery, watch }: Core, calendar: Calendar): void {
  watch.look();
  calendar.look();
  pauses.releaseOffline();
  delivery.wake();
}

/** What of a scene nothing has to be read for. */
function unreadScene({ live }: Core, { clock, otherHost }: StintPorts) {
  const at = clock.now();
  return { at, zone: clock.zone(), day: clock.dayOf(at), otherHost, live: live.get() };
}

function sceneOf(core: Core, ports: StintPorts): Omit<Scene, 'revision' | 'system'> {
  const unread = unreadScene(core, ports);
  const id = unread.live.connection?.id;
  return {
    ...unread,
    timeOfDay: (at, minutes) => ports.clock.timeOfDay(at, minutes),
    pause: id && core.pauses.current(id),
    busy: core.requestQueue.busy(),
    view: id === undefined ? FIRST_VIEW : core.view.get(id),
    undo: id && core.editService.undo(id),
    redo: id && core.editService.redo(id),
    systemRegion: core.systemRegion(),
    awayKnown: core.watch.isIdleKnown(),
    draft: id === undefined ? {} : core.drafts.view(id),
  };
}

function showFirst({ live, view }: Core): boolean {
  const id = live.get().connection?.id;
  if (id === undefined || view.get(id).shown.kind === FIRST_VIEW.shown.kind) return false;
  view.set(id, { shown: FIRST_VIEW.shown, cursor: FIRST_VIEW.cursor });
  return true;
}

function restoreAccount({ account, delivery, watch }: Core, log: StintPorts['log']): void {
  account
    .restore()
    .then(() => {
      watch.restored();
      watch.follow();
      delivery.wake();
    })
    .catch((error: unknown) => log('error', 'account not restored', { detail: String(error) }));
}
