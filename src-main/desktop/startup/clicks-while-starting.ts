/** Puts a question to the person, and answers as they do. */
export type Asking = <A>(question: () => Promise<A>) => Promise<A>;

export type Opening<T> = {
  /** Does it at once, or as soon as it is there; not at all while a person is asked what to do. */
  readonly whenThere: (act: (it: T) => void) => void;
  /** Tries until it is there. Returns whether anything was asked. */
  readonly open: (
    attempt: (asking: Asking) => Promise<T>,
  ) => Promise<{ readonly it: T; readonly asked: boolean }>;
};

export type OpeningPorts = {
  /** Resolves when what failed should be tried again. */
  readonly ask: (failure: unknown) => Promise<void>;
  /** A click could not be carried out. */
  readonly clickFailed: (error: unknown) => void;
};

/**
 * What takes a moment to open, while the icon can be clicked already. Clicks made before a question,
 * or on the icon behind it, would all be carried out at once minutes later: they are dropped. A click that
 * fails ends nothing but itself.
 */
export function createOpening<T>({ ask, clickFailed }: OpeningPorts): Opening<T> {
  let there: { readonly it: T } | undefined;
  let waiting: ((it: T) => void)[] | undefined = [];
  let asked = false;

  const asking: Asking = async (question) => {
    asked = true;
    waiting = undefined;
    try {
      return await question();
    } finally {
      waiting = [];
    }
  };

  async function tried(
    attempt: (asking: Asking) => Promise<T>,
  ): Promise<{ readonly it: T } | undefined> {
    try {
      return { it: await attempt(asking) };
    } catch (failure) {
      await asking(() => ask(failure));
      return undefined;
    }
  }

  function carryOut(act: (it: T) => void, it: T): void {
    try {
      act(it);
    } catch (error) {
      clickFailed(error);
    }
  }

  return {
    whenThere(act) {
      if (there === undefined) waiting?.push(act);
      else carryOut(act, there.it);
    },
    async open(attempt) {
      for (;;) {
        const opened = await tried(attempt);
        if (opened === undefined) continue;
        there = opened;
        for (const act of waiting ?? []) carryOut(act, opened.it);
        return { ...opened, asked };
      }
    },
  };
}
