import type { Stint } from './stint.ts';

/** A request or command that is under way when the app quits gets so long to end. */
export const LAST_ANSWER_MS = 2_000;

/** Carries commands out and knows when none is under way any more. */
export function watchCommands(command: Stint['command']): {
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
