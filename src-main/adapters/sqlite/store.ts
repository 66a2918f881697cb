import type { Instant } from '#contract';
import type { Store } from '../../app/ports/ports.ts';
import { createEntryStore } from './tables/entries.ts';
import { createEntryPages } from './tables/entry-pages.ts';
import { createRewriteEntryStore } from './tables/rewrite-entries.ts';
import { createUnsettledEntryStore } from './tables/unsettled-entries.ts';
import { createMetaStore } from './tables/account-settings-quota.ts';
import { openOrRecover } from './recovery/open-or-recover.ts';
import { createPinStore } from './tables/pinned-tasks.ts';
import { createPlanStore } from './tables/plans.ts';
import { createNeedsYouStore } from './tables/entries-that-need-you.ts';
import { createPeriodStore } from './tables/period-totals.ts';
import { createReadingStore } from './tables/when-ranges-were-read.ts';
import { endTelling, noticeOf, type Notice } from './recovery/recovery-notice.ts';
import { createTaskStore } from './tables/cached-tasks.ts';

export type OpenStore = Store & {
  /**
   * What a person should know of a database that was recovered or could not be read in part, until a run that
   * told so ends. It may come while Stint runs.
   */
  readonly notice: Notice | undefined;
};

/**
 * The store of one installation in one SQLite file. A damaged file is kept aside and recovered from.
 * Throws in a person's words where the file cannot be opened or written.
 */
export function createStore(file: string, now = () => Date.now() as Instant): OpenStore {
  const db = openOrRecover(file, now);
  const entries = createEntryStore(db);
  let notice = noticeOf(db);
  return {
    get notice() {
      // After the end there is nothing new.
      if (db.isOpen()) notice = noticeOf(db);
      return notice;
    },
    transaction: (work) => db.transaction(work),
    ...createMetaStore(db),
    ...createReadingStore(db),
    ...entries,
    ...createRewriteEntryStore(db, entries.putEntry),
    ...createUnsettledEntryStore(db),
    ...createNeedsYouStore(db),
    ...createEntryPages(db),
    ...createPeriodStore(db),
    ...createPlanStore(db),
    ...createTaskStore(db),
    ...createPinStore(db),
    close() {
      if (notice !== undefined) endTelling(db, notice);
      db.close();
    },
  };
}
