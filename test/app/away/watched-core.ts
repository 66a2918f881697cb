import type { AwayAnswer, AwayView } from '#contract';
import type { Presence } from '../../../src-main/app/ports/away/presence.ts';
import { createCore, type Core } from '../../support/core/core.ts';

type Told = Parameters<Parameters<Presence['onSign']>[0]>[0];

export const MINUTE = 60_000;

/** A core that watches over a person whom the test plays. */
export type WatchedCore = Core & {
  /** Since this moment nobody has touched the computer; undefined while somebody does. */
  leftAt: number | undefined;
  tell(kind: Told): void;
  questions(): readonly AwayView[];
  answer(answer: AwayAnswer): Promise<unknown>;
  /** Nobody is there for so many minutes. */
  away(minutes: number): Promise<void>;
  /** The computer is off for so many minutes, after Stint was killed. */
  killedFor(minutes: number): Promise<void>;
};

export async function watchedCore(): Promise<WatchedCore> {
  const listeners = new Set<(kind: Told) => void>();
  const presence: Presence = {
    idleMs: () => (core.leftAt === undefined ? 1000 : core.time.now() - core.leftAt),
    onSign(told) {
      listeners.add(told);
      return () => listeners.delete(told);
    },
  };
  const core: WatchedCore = Object.assign(createCore({ presence }), {
    leftAt: undefined,
    tell: (kind: Told) => listeners.forEach((told) => told(kind)),
    questions: () => core.snapshot().away,
    answer: (answer: AwayAnswer) =>
      core.command({ type: 'away/answer', questionId: core.questions()[0]?.id ?? '', answer }),
    async away(minutes: number) {
      core.leftAt = core.time.now();
      await core.time.pass(minutes * MINUTE);
      core.leftAt = undefined;
      await core.time.pass(MINUTE);
    },
    async killedFor(minutes: number) {
      listeners.clear();
      core.time.setWall(core.time.now() + minutes * MINUTE);
      await core.restart();
    },
  });
  await core.connect();
  return core;
}
