import type { AppError, Instant } from '#contract';
import type { FocusAnswer } from '../../domain/focus-types.ts';
import { isRunning } from '../../domain/timer/running-remotely.ts';
import { wholeSecond } from '../../domain/timer/session.ts';
import { remoteTimerOf } from './store-planned-and-running.ts';
import type { Store } from '../ports/ports.ts';
import type { Asking, ReadGuard } from '../requests/may-read.ts';
import type { Tracker } from '../entries/tracker.ts';
import type { ViewState } from '../state/view-state.ts';
import { meaningful, taskOfFound } from '../tasks/find-task.ts';

/** The timer that may run in Toggl Focus without having been started here. */
export type RemoteTimer = {
  /** At most one request a run, and none once a reading has told; it fails in silence. */
  look(connection: Asking): Promise<undefined>;
  /** Ends it there at the moment when the person asked for that, and goes on with the same work here. */
  takeOver(connection: Asking, pressedAt: Instant): Promise<AppError | undefined>;
};

type Ports = {
  readonly store: Store;
  readonly guard: ReadGuard;
  readonly tracker: Tracker;
  readonly view: ViewState;
};

const NOT_FOUND = 404;

export function createRemoteTimer(ports: Ports): RemoteTimer {
  const { store, guard, view } = ports;
  return {
    async look({ id, api }) {
      if (view.get(id).elsewhereAsked || guard.readPaused(id) !== undefined) return undefined;
      const answer = await api.currentEntry();
      guard.note(id, answer);
      const running = answer.ok ? answer.value : undefined;
      const elsewhere =
        running !== undefined && isRunning(running) ? remoteTimerOf(store, id, running) : undefined;
      view.set(id, { elsewhere, elsewhereAsked: true });
      return undefined;
    },
    takeOver: (connection, pressedAt) => takeOver(ports, connection, pressedAt),
  };
}

async function takeOver(
  ports: Ports,
  { id, api }: Asking,
  pressedAt: Instant,
): Promise<AppError | undefined> {
  const { store, guard, tracker, view } = ports;
  const known = view.get(id).elsewhere;
  if (known === undefined) return NOTHING;
  const held = guard.writePaused(id);
  if (held !== undefined) return held;
  // An end at the start or before it is refused (facts, section 9).
  const endAt = Math.max(pressedAt, known.startAt + 1000) as Instant;
  const answer = await api.stopTracking(endAt);
  const failed = store.transaction(() => {
    const failed = guard.note(id, answer);
    if (!answer.ok) return isNothingThere(answer) ? NOTHING : failed;
    const { value } = answer;
    const goesOn = store.session(id) === undefined;
    tracker.merge(id, [value]);
    tracker.start(id, {
      task: taskOfFound(store, id, value),
      description: meaningful(value.description),
      timeBlockId: value.timeBlockId,
    });
    // Without a hole of the time that the answer took, where nothing ran here.
    if (goesOn) tracker.editSession(id, { startAt: wholeSecond(endAt) });
    return undefined;
  });
  // After an unclear answer nobody knows: the next look asks again.
  const isUnclear = !answer.ok && answer.error.applied === 'maybe';
  const isKnown = answer.ok || failed?.kind === 'nothing-elsewhere';
  if (isUnclear || isKnown) view.set(id, { elsewhere: undefined, elsewhereAsked: isKnown });
  return failed;
}

const NOTHING = { kind: 'nothing-elsewhere' } as const;

function isNothingThere(answer: FocusAnswer<unknown>): boolean {
  return !answer.ok && answer.error.kind === 'answered' && answer.error.status === NOT_FOUND;
}
