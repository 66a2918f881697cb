import type { Answer, SaidError } from '#contract';

/** What answers the latest text, however the answers overtake each other. */
export type LookUp<Found> = {
  readonly value: Found;
  /** What it answers; undefined before the first answer. */
  readonly text: string | undefined;
  readonly error: SaidError | undefined;
  readonly look: (text: string) => Promise<void>;
  /** Waits for the answer to the latest look; false where it was overtaken by another. */
  readonly answered: () => Promise<boolean>;
};

/** `nothing` stands there before the first answer, and after a look that failed. */
export function createLookUp<Found>(
  ask: (text: string) => Promise<Answer<Found>>,
  nothing: Found,
): LookUp<Found> {
  let value = $state.raw(nothing);
  let answered = $state<string>();
  let error = $state.raw<SaidError>();
  let latest: Promise<Answer<Found>> | undefined;
  return {
    get value() {
      return value;
    },
    get text() {
      return answered;
    },
    get error() {
      return error;
    },
    async look(text) {
      const mine = ask(text);
      latest = mine;
      const result = await mine;
      if (mine !== latest) return;
      value = result.ok ? result.value : nothing;
      answered = text;
      error = result.ok ? undefined : result.error;
    },
    async answered() {
      const awaited = latest;
      await awaited;
      return awaited === latest;
    },
  };
}
