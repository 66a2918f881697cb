import type { Command, Instant, TimerDraft, TimerView } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';
import type { Attempt } from '../ui/attempt.svelte.ts';
import { choiceOf, taskChange, wordsChange } from '../entry/edit/edit-changes.ts';
import { type TaskChoice, unset } from '../task-picker/task-choice.ts';
import { type TypedStart, typedStart } from './typed-start.ts';
import { formatStart } from '../typed/typed-time.ts';
import type { Hours } from '../time/hour-format.ts';

type RunningTimer = Extract<TimerView, { state: 'running' }>;
type Touched = Omit<TimerDraft, 'timerId'>;
type Fields = { readonly choice: TaskChoice; readonly description: string };

export type TimerEditField = 'task' | 'description' | 'start';

/** The running timer while a person changes it. */
export type TimerEdit = {
  readonly open: boolean;
  choice: TaskChoice;
  description: string;
  /** The start as it is typed. */
  start: string;
  readonly typed: TypedStart;
  /** Undefined while it is not open. */
  readonly draft: TimerDraft | undefined;
  readonly begin: () => void;
  /** Closes once main has it, or where nothing is different. */
  readonly save: () => Promise<void>;
  readonly close: () => void;
};

/**
 * What was not touched follows the timer when a snapshot changes it. `begun` is what was typed before the page
 * was made anew.
 */
export function createTimerEdit(
  popup: Popup,
  attempt: Attempt,
  scene: () => { readonly timer: TimerView; readonly nowAt: Instant },
  begun: TimerDraft | undefined,
): TimerEdit {
  const timerNow = () => runningIn(scene().timer);
  const mine = touchedIn(begun, timerNow());
  let open = $state(mine !== undefined);
  let touched = $state.raw<Touched>(mine ?? {});
  const at = (): TypingScene => ({ ...scene(), hours: popup.hours, timer: timerNow() });

  function close(): void {
    open = false;
    touched = {};
    attempt.forget();
  }

  return {
    get open() {
      return open;
    },
    get choice() {
      const timer = timerNow();
      return touched.choice ?? (timer === undefined ? unset : choiceOf(timer));
    },
    set choice(next) {
      touched = { ...touched, choice: next };
    },
    get description() {
      return touched.description ?? timerNow()?.description ?? '';
    },
    set description(next) {
      touched = { ...touched, description: next };
    },
    get start() {
      return touched.start ?? shownStart(at());
    },
    set start(next) {
      touched = { ...touched, start: next };
    },
    get typed() {
      return readStart(touched.start, at());
    },
    get draft() {
      const timer = timerNow();
      return open && timer !== undefined ? { timerId: timer.id, ...touched } : undefined;
    },
    begin() {
      touched = {};
      open = true;
    },
    async save() {
      const timer = timerNow();
      const { at: startAt } = this.typed;
      if (timer === undefined || startAt === undefined) return;
      const change = changeOf(timer, this, startAt);
      if (change === undefined || (await attempt.run(change))) close();
    },
    close,
  };
}

/** Undefined where what was begun is not about the timer that runs. */
function touchedIn(
  begun: TimerDraft | undefined,
  timer: RunningTimer | undefined,
): Touched | undefined {
  if (begun === undefined || begun.timerId !== timer?.id) return undefined;
  const { choice, description, start } = begun;
  return { choice, description, start };
}

type TypingScene = {
  readonly nowAt: Instant;
  readonly hours: Hours;
  readonly timer: RunningTimer | undefined;
};

function shownStart({ timer, nowAt, hours }: TypingScene): string {
  return timer === undefined ? '' : formatStart(nowAt, timer.startAt, hours);
}

function readStart(text: string | undefined, scene: TypingScene): TypedStart {
  const startAt = scene.timer?.startAt ?? scene.nowAt;
  if (text === undefined || text.trim() === shownStart(scene)) return { at: startAt };
  return typedStart(text, { ...scene, startAt });
}

function runningIn(timer: TimerView): RunningTimer | undefined {
  return timer.state === 'running' ? timer : undefined;
}

/** Undefined where nothing is different. An emptied task field names no new task, so the timer keeps its own. */
function changeOf(
  timer: RunningTimer,
  { choice, description }: Fields,
  startAt: Instant,
): Command | undefined {
  const words = wordsChange(timer, description);
  const change = {
    ...taskChange(timer, choice),
    ...(words === undefined ? {} : { description: words }),
    ...(startAt === timer.startAt ? {} : { startAt }),
  };
  return Object.keys(change).length === 0 ? undefined : { type: 'timer/edit', ...change };
}
