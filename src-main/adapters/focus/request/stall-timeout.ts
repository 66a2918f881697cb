import type { Seconds } from '#contract';

export type StallWatch = {
  /** Aborts when nothing was heard for the time given, when all takes too long, or when the one who asked gives up. */
  readonly signal: AbortSignal;
  /** A byte has come: the time starts anew. */
  heard(): void;
  /** Gives up whatever is still on its way. */
  end(): void;
};

/** For answers that may take long as a whole, so that only silence is a failure, or far too long in all. */
export function watchStalls(
  { silence: longest, inAll: longestInAll }: { readonly silence: Seconds; readonly inAll: Seconds },
  givenUp: AbortSignal,
): StallWatch {
  const controller = new AbortController();
  const giveUpAfter = (seconds: Seconds, why: string): NodeJS.Timeout =>
    setTimeout(() => controller.abort(new Error(why)), seconds * 1000);
  const silence = giveUpAfter(longest, `nothing came for ${longest} seconds`);
  const all = giveUpAfter(longestInAll, `no complete answer within ${longestInAll} seconds`);
  const giveUp = (): void => {
    controller.abort(new Error('the reading was cancelled'));
  };
  if (givenUp.aborted) giveUp();
  givenUp.addEventListener('abort', giveUp, { once: true });
  return {
    signal: controller.signal,
    heard: () => void silence.refresh(),
    end() {
      clearTimeout(silence);
      clearTimeout(all);
      givenUp.removeEventListener('abort', giveUp);
      // `net.fetch` keeps the connection of a body that was only cancelled.
      controller.abort();
    },
  };
}
