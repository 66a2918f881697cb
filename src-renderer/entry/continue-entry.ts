import type { Command, EntryView } from '#contract';
import { nothingDone } from '../words/entry/why-key-did-nothing.ts';

type Continued =
  | { readonly command: Command; readonly because?: undefined }
  /** Why it cannot be gone on with. */
  | { readonly command?: undefined; readonly because: string };

/** A timer on the same work as the entry. A break is not gone on with: a timer records activity. */
export function continueEntry({ type, task, description }: EntryView): Continued {
  if (type === 'break') return { because: nothingDone.breakToContinue };
  if (task === undefined && (description ?? '') === '') {
    return { because: nothingDone.nothingToContinue };
  }
  return { command: { type: 'timer/start', taskId: task?.id, description } };
}
