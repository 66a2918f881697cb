import type { Seconds } from '#contract';

export type StallWatch = {
  /** Aborts when nothing was heard for the time given, or when the one who asked gives up. */
  readonly signal: AbortSignal;
  /** A byte has come: the time starts anew. */
  heard(): void;
  /** Gives up whatever is still on its way. */
  end(): void;
};

/** For answers that may take long as a whole, so that only silence is a failure. */
export function watchStalls(longest: Seconds, givenUp: AbortSignal): StallWatch {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new Error(`nothing came for ${longest} seconds`));
  }, longest * 1000);
  const giveUp = (): void => {
    controller.abort(new Error('the reading was cancelled'));
  };
  if (givenUp.aborted) giveUp();
  givenUp.addEventListener('abort', giveUp, { once: true });
  return {
    signal: controller.signal,
    heard: () => void timer.refresh(),
    end() {
      clearTimeout(timer);
      givenUp.removeEventListener('abort', giveUp);
      // `net.fetch` keeps the connection of a body that was only cancelled.
      controller.abort();
    },
  };
}
