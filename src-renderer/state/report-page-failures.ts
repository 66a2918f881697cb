import type { FailedPlace, StintBridge } from '#contract';

/** Tells main what went wrong in the page, for its log. */
export type Failures = { readonly tell: (error: unknown, where: FailedPlace) => void };

/** What fails over and over says nothing new, and must not fill the log. */
const MOST_TOLD = 20;

export function createFailures(command: StintBridge['command']): Failures {
  let left = MOST_TOLD;
  return {
    tell(error, where) {
      if (left === 0) return;
      left -= 1;
      // Nothing is left to tell that telling has failed.
      command({ type: 'page/failed', error: kindOf(error), where }).catch(() => undefined);
    },
  };
}

const SVELTE_ERROR = /^https:\/\/svelte\.dev\/e\/(\w{1,60})$/;
const NAME = /^\w{1,60}$/;

/** Never its message, which may hold what a person has written: a name, or the code of one of Svelte's own. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const name = SVELTE_ERROR.exec(error.message)?.[1] ?? error.name;
  return NAME.test(name) ? name : 'Error';
}

/** What no boundary holds: errors in handlers, and promises that nobody waited for. */
export function watchPage({ tell }: Failures, page: EventTarget): () => void {
  const onError = (event: Event) => tell('error' in event ? event.error : undefined, 'script');
  const onRejection = (event: Event) =>
    tell('reason' in event ? event.reason : undefined, 'promise');
  page.addEventListener('error', onError);
  page.addEventListener('unhandledrejection', onRejection);
  return () => {
    page.removeEventListener('error', onError);
    page.removeEventListener('unhandledrejection', onRejection);
  };
}
