import type { AppError, Instant } from '#contract';
import type { FocusAnswer } from '../domain/focus.ts';
import { isRunning } from '../domain/running.ts';
import { readError } from '../domain/connect-error.ts';
import type { Holds } from './holds.ts';
import { runningElsewhere } from './intake.ts';
import type { Clock, Store } from './ports.ts';
import type { Asking, ReadGuard } from './read-guard.ts';
import type { Tracker } from './tracker.ts';
import type { ViewState } from './view-state.ts';
import { meaningful, taskOfFound } from './work.ts';

/** The timer that may run in Toggl Focus without having been started here. */
export type Elsewhere = {
  /** At most one request a run, and none once a reading has told; it fails in silence. */
  look(connection: Asking): Promise<void>;
  /** Ends it there and goes on with the same work here. */
  takeOver(connection: Asking): Promise<AppError | undefined>;
};

type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly holds: Holds;
  readonly guard: ReadGuard;
  readonly tracker: Tracker;
  readonly view: ViewState;
};

const NOT_FOUND = 404;

export function createElsewhere(ports: Ports): Elsewhere {
  const { store, guard, view } = ports;
  return {
    async look({ id, api }) {
      if (view.get(id).elsewhereAsked || guard.readHeld(id) !== undefined) return;
      const answer = await api.currentEntry();
      guard.note(id, answer);
      const running = answer.ok ? answer.value : undefined;
      const elsewhere =
        running !== undefined && isRunning(running)
          ? runningElsewhere(store, id, running)
          : undefined;
      view.set(id, { elsewhere, elsewhereAsked: true });
    },
    takeOver: (connection) => takeOver(ports, connection),
  };
}

async function takeOver(ports: Ports, { id, api }: Asking): Promise<AppError | undefined> {
  const { store, clock, holds, guard, tracker, view } = ports;
  const known = view.get(id).elsewhere;
  if (known === undefined) return { kind: 'nothing-elsewhere' };
  const held = guard.writeHeld(id);
  if (held !== undefined) return held;
  // An end at the start or before it is refused (facts, section 9).
  const endAt = Math.max(clock.now(), known.startAt + 1000) as Instant;
  const answer = await api.stopTracking(endAt);
  const failed = store.transaction(() => {
    holds.note(id, answer);
    if (!answer.ok) return failure(answer, clock.now());
    const { value } = answer;
    tracker.merge(id, [value]);
    tracker.start(id, {
      task: taskOfFound(store, id, value) ?? known.task,
      description: meaningful(value.description) ?? known.description,
      timeBlockId: value.timeBlockId,
    });
    return undefined;
  });
  // After an unclear answer nobody knows: the next look asks again.
  const isUnclear = !answer.ok && answer.error.applied === 'maybe';
  const isKnown = answer.ok || failed?.kind === 'nothing-elsewhere';
  if (isUnclear || isKnown) view.set(id, { elsewhere: undefined, elsewhereAsked: isKnown });
  return failed;
}

function failure(
  answer: Extract<FocusAnswer<unknown>, { readonly ok: false }>,
  now: Instant,
): AppError {
  const { error } = answer;
  if (error.kind === 'answered' && error.status === NOT_FOUND) return { kind: 'nothing-elsewhere' };
  return readError(answer, now);
}
