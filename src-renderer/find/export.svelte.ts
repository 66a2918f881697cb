import type { AppError, Instant, Snapshot } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';
import { exportedWords } from '../words/views/find-and-export-words.ts';

/** Writing what is shown to a file: under way, done with words to tell, or failed. */
export type Exporting = {
  readonly busy: boolean;
  readonly said: string | undefined;
  readonly error: AppError | undefined;
  /** Ignored while an earlier one is under way. */
  readonly run: () => Promise<void>;
  readonly forget: () => void;
};

export function createExporting(popup: Popup): Exporting {
  let busy = $state(false);
  let said = $state<string>();
  let error = $state.raw<AppError>();
  return {
    get busy() {
      return busy;
    },
    get said() {
      return said;
    },
    get error() {
      return error;
    },
    async run() {
      if (busy) return;
      busy = true;
      const result = await popup.send({ type: 'export/csv' });
      busy = false;
      error = result.ok ? undefined : result.error;
      const told = result.ok ? result.value : undefined;
      said =
        told !== undefined && 'exported' in told
          ? exportedWords(told.exported, popup.snapshot && shownReadAt(popup.snapshot), popup.hours)
          : undefined;
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
