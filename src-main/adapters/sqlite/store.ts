import type { AppError, Instant } from '#contract';
import type { Store } from '../../app/ports.ts';
import { createEntryStore } from './entries.ts';
import { createEntryPages } from './entry-pages.ts';
import { createMetaStore } from './meta.ts';
import { openSound } from './open-sound.ts';
import { createPinStore } from './pins.ts';
import { createPlanStore } from './plans.ts';
import { createReadingStore } from './readings.ts';
import { endTelling, recoveryTold } from './recovery-notice.ts';
import { createTaskStore } from './tasks.ts';

export type OpenStore = Store & {
  /** What a person should know about a damaged database that was recovered, until a run that told so ends. */
  readonly notice: Extract<AppError, { readonly kind: 'database-recovered' }> | undefined;
};

/**
 * The store of one installation in one SQLite file. A damaged file is kept aside and recovered from.
 * Throws in a person's words where the file cannot be opened or written.
 */
export function createStore(file: string, now = () => Date.now() as Instant): OpenStore {
  const db = openSound(file, now);
  const notice = recoveryTold(db);
  return {
    notice,
    transaction: (work) => db.transaction(work),
    ...createMetaStore(db),
    ...createReadingStore(db),
    ...createEntryStore(db),
    ...createEntryPages(db),
    ...createPlanStore(db),
    ...createTaskStore(db),
    ...createPinStore(db),
    close() {
      if (notice !== undefined) endTelling(db);
      db.close();
    },
  };
}
