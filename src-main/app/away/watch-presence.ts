import type { Instant } from '#contract';
import { afterRestart } from '../../domain/away/after-restart.ts';
import { believed, zerosAfter } from '../../domain/away/known-idleness.ts';
import type { Stretch } from '../../domain/away/question.ts';
import { nextLookMs, watched, type Sign, type Watch } from '../../domain/away/watch.ts';
import type { Session } from '../../domain/entry.ts';
import type { Presence } from '../ports/away/presence.ts';
import type { AccountId, Cancel, Clock, Ids, Log, Store, Timers } from '../ports/ports.ts';
import type { LiveState } from '../state/connection-and-live-state.ts';

/** Knows, while a timer runs and only then, whether somebody is there, and writes down that Stint lives. */
export type PresenceWatch = {
  /** After whatever may have started or ended a timer. */
  follow(): void;
  /** Before a press, or when the popup is opened: what is to be asked is known by then. */
  look(): void;
  /** The account is known again: what became of the timer that a former run left. */
  restored(): void;
  /** Whether this desktop tells how long nobody has touched the computer. */
  isIdleKnown(): boolean;
  /** `asked`: by the person, who knows that a timer runs. */
  dispose(asked: boolean): void;
};

export type WatchPorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly log: Log;
  readonly live: LiveState;
  /** Undefined where nobody is to be watched. */
  readonly presence?: Presence | undefined;
  readonly changed: () => void;
};

const MINUTE_MS = 60_000;
/** A start is answered first. */
const FIRST_LOOK_MS = 1000;

type Running = { readonly account: AccountId; readonly session: Session };

export function createPresenceWatch(ports: WatchPorts): PresenceWatch {
  const { presence } = ports;
  return presence === undefined ? watchesNobody() : watchOver(ports, presence);
}

function watchesNobody(): PresenceWatch {
  const nothing = (): void => undefined;
  return {
    follow: nothing,
    look: nothing,
    restored: nothing,
    isIdleKnown: () => true,
    dispose: nothing,
  };
}

function watchOver(ports: WatchPorts, presence: Presence): PresenceWatch {
  const { store, clock, timers } = ports;
  const quietly = quietlyWith(ports);
  const idleness = createIdleness(presence);
  let watch: Watch | undefined;
  let cancel: Cancel | undefined;
  const stopListening = presence.onSign((kind) => quietly(() => take(kind)));
  const thresholdMs = (): number => store.settings().awayMinutes * MINUTE_MS;

  function take(kind: Sign['kind']): void {
    const what = runningIn(ports);
    if (watch === undefined || what === undefined) return;
    const idleMs = idleness.now();
    const sign = { kind, at: clock.now(), monotonicMs: clock.monotonic(), idleMs };
    const { watch: next, found } = watched(watch, sign, thresholdMs());
    watch = next;
    if (found !== undefined) ask(ports, what, found);
  }

  /** Until when the person was known to be there, on disk. */
  function beat(): void {
    const what = runningIn(ports);
    if (watch === undefined || what === undefined) return;
    store.setAlive(what.account, {
      workId: what.session.id,
      at: watch.leftAt ?? clock.now(),
    });
  }

  function tick(): void {
    quietly(() => {
      idleness.look();
      take('look');
      beat();
    });
    if (watch !== undefined) {
      cancel = timers.after(nextLookMs(watch, idleness.now(), thresholdMs()), tick);
    }
  }

  function end(): void {
    cancel?.();
    watch = undefined;
  }

  function follow(): void {
    if (runningIn(ports) === undefined) end();
    else if (watch === undefined) {
      watch = { at: clock.now(), monotonicMs: clock.monotonic() };
      cancel = timers.after(FIRST_LOOK_MS, tick);
    }
  }

  return {
    follow: () => quietly(follow),
    look: () => quietly(() => take('look')),
    restored: () => quietly(() => askAfterRestart(ports)),
    isIdleKnown: idleness.isKnown,
    dispose(asked) {
      stopListening();
      quietly(() => (asked ? forget(ports) : beat()));
      end();
    },
  };
}

/** What is told of idleness, as far as it can be believed; asked for a snapshot, nothing is looked at. */
function createIdleness(presence: Presence) {
  let zeros = 0;
  let isKnown = true;
  const now = (): number | undefined => believed(zeros, presence.idleMs());
  return {
    now,
    look(): void {
      zeros = zerosAfter(zeros, presence.idleMs());
      isKnown = now() !== undefined;
    },
    isKnown: () => isKnown,
  };
}

function runningIn({ live, store }: WatchPorts): Running | undefined {
  const account = live.get().connection?.id;
  const session = account && store.session(account);
  return account && session && { account, session };
}

/** A disk that fails stops no timer, and is told by what needs it. */
function quietlyWith({ log }: WatchPorts): (work: () => void) => void {
  return (work) => {
    try {
      work();
    } catch (error) {
      log('error', 'not watched', { detail: error instanceof Error ? error.message : '' });
    }
  };
}

/** Of the timer that a former run left. */
function askAfterRestart(ports: WatchPorts): void {
  const { store, clock } = ports;
  const what = runningIn(ports);
  const alive = what && store.alive(what.account);
  const found = what && afterRestart(what.session, alive, clock.now());
  if (what === undefined || found === undefined) return;
  store.transaction(() => {
    ask(ports, what, found);
    store.setAlive(what.account, { workId: what.session.id, at: clock.now() });
  });
}

function forget({ live, store }: WatchPorts): void {
  const account = live.get().connection?.id;
  if (account !== undefined) store.setAlive(account, undefined);
}

/** On disk, once; what is over in its own work is forgotten. */
function ask(
  { store, ids, changed }: WatchPorts,
  { account, session }: Running,
  stretch: Stretch,
): void {
  const fromAt = stretch.toAt < stretch.fromAt ? stretch.fromAt : later(stretch, session);
  const open = store
    .awayQuestions(account)
    .filter(({ workId }) => workId === session.id || store.entry(workId) !== undefined);
  const question = { ...stretch, fromAt, id: ids.next(), workId: session.id };
  store.setAwayQuestions(account, [...open, question]);
  changed();
}

function later({ fromAt }: Stretch, { startAt }: Session): Instant {
  return Math.max(fromAt, startAt) as Instant;
}
