import type { SaidError, Instant, Snapshot } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';
import { createAttempt } from '../ui/attempt.svelte.ts';
import { exportedWords } from '../words/views/find-and-export-words.ts';

/** Writing what is shown to a file: under way, done with words to tell, or failed. */
export type Exporting = {
  readonly busy: boolean;
  readonly said: string | undefined;
  readonly error: SaidError | undefined;
  /** Ignored while an earlier one is under way. */
  readonly run: () => Promise<void>;
  readonly forget: () => void;
};

export function createExporting(popup: Popup): Exporting {
  const attempt = createAttempt(popup.send);
  let said = $state<string>();
  return {
    get busy() {
      return attempt.busy;
    },
    get said() {
      return said;
    },
    get error() {
      return attempt.error;
    },
    async run() {
      if (attempt.busy) return;
      const outcome = await attempt.ask({ type: 'export/csv' });
      const exported =
        outcome !== undefined && 'exported' in outcome ? outcome.exported : undefined;
      said =
        exported &&
        exportedWords(exported, popup.snapshot && shownReadAt(popup.snapshot), popup.hours);
    },
    forget() {
      said = undefined;
    },
  };
}

function shownReadAt({ shown, today }: Snapshot): Instant | undefined {
  switch (shown.kind) {
    case 'today':
      return today.readAt;
    case 'day':
      return shown.day.readAt;
    case 'week':
      return shown.week.readAt;
    case 'range':
      return shown.range.readAt;
    case 'task':
      return undefined;
  }
}
