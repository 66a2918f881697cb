/** What a press of Start names; of Stop nothing is asked. */
export type TaskAndDescription = {
  readonly taskId: number | undefined;
  readonly description: string | undefined;
};

export type TimerPress =
  ({ readonly kind: 'start' } & TaskAndDescription) | { readonly kind: 'stop' };

/** The last press that did something, and the work that it began or ended. */
export type LastPress = TaskAndDescription & {
  readonly atMs: number;
  /** Whether it began what runs now, which then has nothing in it that could be lost. */
  readonly began: boolean;
};

/** What a press that does something is for. */
export type Meaning = 'meant' | 'correction';

/** Between two presses that are both meant. */
export const SLIP_MS = 1000;

/**
 * What a press comes to. One key or button starts and stops, and a second press within a second of the first is a slip
 * of the hand: an entry of one second, or one cut in two, is what nobody wanted, and a double click on Stop has to
 * stop. To start other work so soon is a wish: whoever took the wrong task and at once the right one corrects the
 * session that has begun, and corrects it to something: a start that names nothing is a slip too. Only a press that did
 * something counts, so that Stop, pressed again and again, stops after a second.
 */
export function judgePress(
  press: TimerPress,
  last: LastPress | undefined,
  { nowMs, slipMs }: { readonly nowMs: number; readonly slipMs: number },
): Meaning | 'slip' {
  if (last === undefined || nowMs - last.atMs >= slipMs) return 'meant';
  if (press.kind === 'stop' || namesNothing(press)) return 'slip';
  if (press.taskId === last.taskId && press.description === last.description) return 'slip';
  return last.began ? 'correction' : 'meant';
}

function namesNothing({ taskId, description }: TaskAndDescription): boolean {
  return taskId === undefined && description === undefined;
}
