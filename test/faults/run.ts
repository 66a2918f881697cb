import { startDesktopSession } from '../support/desktop-session/session.ts';
import { play, type Played } from './play.ts';
import type { History } from './step.ts';

export type Run = {
  readonly history: History;
  readonly played: Played;
};

/** Plays histories on desktops side by side, each on one after the other, as long as `next` has a seed. */
export async function runHistories(
  lanes: number,
  next: () => History | undefined,
  ended: (run: Run) => void,
): Promise<void> {
  async function lane(): Promise<void> {
    const session = await startDesktopSession();
    try {
      for (let history = next(); history !== undefined; history = next()) {
        ended({ history, played: await play(session, history) });
      }
    } finally {
      await session.stop();
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** The history, what it broke, and what went over the wire. */
export function failure({ history, played }: Run): string {
  const { seed, bodies, wantsWords, steps } = history;
  return [
    `--seed ${seed}: ${steps.length} steps, creations ${bodies ? 'with' : 'without'} a body, ` +
      `descriptions ${wantsWords ? 'demanded' : 'as one likes'}`,
    ...played.broken.map((words) => `  ${words}`),
    '',
    played.account,
  ].join('\n');
}
